/** Decides what is remembered of what happened, and hears of it: it listens to the other rooms and is called by none. */
package gatehouse.audit;
