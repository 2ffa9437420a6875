package gatehouse.web;

/** The words of another message, as an argument of a sentence: the name of a field, in the reader's language. */
public record Label(String key) {
}
