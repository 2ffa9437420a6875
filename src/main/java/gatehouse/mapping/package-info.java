/** Decides what a provider's answer says of a person: by which rules it is read, and what is believed of what they find. */
package gatehouse.mapping;
