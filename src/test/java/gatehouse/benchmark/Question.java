package gatehouse.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Something asked again and again, of another person each time.
 *
 * @param status how it must be answered
 * @param count  how often in a round
 * @param asked  the whole request, by the number of the question
 */
record Question(String name, int status, int count, AtomicInteger next, IntFunction<byte[]> asked) {

    /** What a browser sends besides, and the proxy hands on. */
    private static final List<String> USUAL = List.of("Host: 127.0.0.1", "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
            "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "Accept-Language: uk,en-US;q=0.7,en;q=0.3", "Accept-Encoding: gzip, deflate, br",
            "Sec-Fetch-Dest: document", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Site: none", "X-Forwarded-For: 203.0.113.9");

    static Question of(String name, int status, int count, IntFunction<byte[]> asked) {
        return new Question(name, status, count, new AtomicInteger(), asked);
    }

    static byte[] get(String path, String... headers) {
        StringBuilder text = new StringBuilder("GET " + path + " HTTP/1.1\r\n");
        USUAL.forEach(header -> text.append(header).append("\r\n"));
        for (String header : headers) text.append(header).append("\r\n");
        return text.append("\r\n").toString().getBytes(US_ASCII);
    }

    byte[] following() {
        return asked.apply(next.getAndIncrement());
    }
}
