/** Decides how a page, a refusal and an address of ours look, whatever room they come from. */
package gatehouse.web;
