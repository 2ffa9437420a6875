package gatehouse.egress;

/** The first lines of an answer. @param date as the server writes it; empty when it does not */
record Head(int status, String date) {
}
