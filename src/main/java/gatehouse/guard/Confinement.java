package gatehouse.guard;

/** What an account's base path does: paths outside are refused, or it is put in front of every path. */
public enum Confinement { REFUSE, FRONT }
