/** Decides what people may change of themselves, and which outside accounts open theirs. */
package gatehouse.profile;
