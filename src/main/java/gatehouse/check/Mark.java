package gatehouse.check;

/** How good a thing is, the worst last. */
public enum Mark { GOOD, WARN, BAD }
