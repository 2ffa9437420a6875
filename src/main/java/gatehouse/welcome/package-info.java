/** Decides what a new administrator sees to first, by what the house has already; nothing of it is stored. */
package gatehouse.welcome;
