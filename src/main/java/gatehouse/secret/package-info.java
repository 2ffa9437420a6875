/** Decides how what must stay secret is kept: sealed with a key ring when it must be read again, hashed when it need not. */
package gatehouse.secret;
