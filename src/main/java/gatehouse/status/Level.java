package gatehouse.status;

/** How bad it is: in order, to be kept in mind, or to be mended now. */
enum Level { GOOD, WARN, BAD }
