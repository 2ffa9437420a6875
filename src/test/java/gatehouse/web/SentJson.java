package gatehouse.web;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What a program sends, for rooms that test their resources. */
public final class SentJson {

    private SentJson() {
    }

    public static Given of(String json) {
        return Given.read(json.getBytes(UTF_8), Given.LONGEST);
    }
}
