/** Decides which trips to a provider are under way: what each is for, whose browser it belongs to, and that it ends once and within ten minutes. */
package gatehouse.attempt;
