/** Decides on what terms a provider's people get an account, and foretells it for one of them. */
package gatehouse.admission;
