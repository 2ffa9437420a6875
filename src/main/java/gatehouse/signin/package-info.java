/** Decides who may come in, by password or by a provider, and who gets an account on the way. */
package gatehouse.signin;
