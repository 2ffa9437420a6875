/** Decides what comes in at all, who the caller is, and that a form was ours: three filters before every address. */
package gatehouse.security;
