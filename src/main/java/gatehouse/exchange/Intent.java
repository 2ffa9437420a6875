package gatehouse.exchange;

/** What a trip is for. It is read from our own row, never from an address. */
public enum Intent { SIGN_IN, BIND }
