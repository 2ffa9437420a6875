/**
 * Decides how other servers are reached: which addresses may be asked, by which proxy, who may vouch for them, how much is read and how long it
 * may take. The only room that speaks HTTP to the outside; what is said there it does not know.
 */
package gatehouse.egress;
