package gatehouse.mapping;

import com.fasterxml.jackson.databind.JsonNode;

/** A rule ready to be followed through an answer, step by step, so that it can tell where it stopped. */
sealed interface Way permits JsonPathWay, TokenWay {

    int steps();

    /** What stands after so many steps (0 is the whole answer); a missing node when there is nothing. */
    JsonNode follow(JsonNode answer, int steps);

    /** The first steps as a person would write them. */
    String shown(int steps);

    /** Whether its first steps answer a list of what they found: one is a wildcard or a filter. */
    boolean list(int steps);

    /** The name of the last step; empty when it is an index or a wildcard. */
    String lastName();

    /** Whether a filter lets only members pass whose {@code verified} is true. */
    boolean demandsVerified();
}
