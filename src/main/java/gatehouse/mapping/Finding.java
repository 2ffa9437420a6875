package gatehouse.mapping;

/** What a rule found in an answer, or why it found nothing. */
public sealed interface Finding permits Hit, Miss {

    Rule rule();
}
