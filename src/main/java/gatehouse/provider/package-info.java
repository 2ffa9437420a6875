/** Decides which outside servers people may come from: how administrators add them, change them and take them away. */
package gatehouse.provider;
