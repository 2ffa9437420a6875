/** Decides which outside servers people may come from, and how what such a server says of a person is read. */
package gatehouse.provider;
