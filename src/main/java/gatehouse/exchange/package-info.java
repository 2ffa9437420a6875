/**
 * One trip to a provider and back. Decides which answers of a provider are believed, and is the only room that speaks HTTP to
 * the outside, and the only one that knows ScribeJava and Nimbus. Keeps nothing but short-lived copies of public documents.
 */
package gatehouse.exchange;
