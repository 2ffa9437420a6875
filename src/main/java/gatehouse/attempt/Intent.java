package gatehouse.attempt;

/**
 * What a trip is for. It is read from our own row, never from an address. A sign-in that names an account proves that account anew;
 * a trial shows its administrator what happens, and lets nobody in.
 */
public enum Intent { SIGN_IN, BIND, TRIAL }
