/** Decides which pictures may stand beside a provider's name: each is made anew, and nothing in it may run. */
package gatehouse.icon;
