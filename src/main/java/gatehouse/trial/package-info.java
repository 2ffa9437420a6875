/** Decides what a trial sign-in shows an administrator: each step, why it failed and how to mend it, and what the door would do. */
package gatehouse.trial;
