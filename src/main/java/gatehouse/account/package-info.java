/** Decides who a person is here: the username, the way a password is kept, where their files begin and what they may do. */
package gatehouse.account;
