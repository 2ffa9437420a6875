/** Decides who is still signed in, on which device, and whether they proved it lately enough. */
package gatehouse.session;
