/** Decides what is written down of a trial's trip: how much of each call, and that every secret is covered before it is kept. */
package gatehouse.tape;
