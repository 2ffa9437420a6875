/** Decides how administrators look after other people's accounts and roles: found, added, changed, let in again, taken away. */
package gatehouse.people;
