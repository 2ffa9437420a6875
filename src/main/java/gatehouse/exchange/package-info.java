/**
 * One trip to a provider and back. Decides what is said to a provider and which of its answers are believed; the only room that knows
 * ScribeJava and Nimbus. Keeps nothing but short-lived copies of public documents.
 */
package gatehouse.exchange;
