/** Decides whether a request to a service behind a proxy may pass: who asks, what their permissions allow there, and by which path. */
package gatehouse.guard;
