package gatehouse.trial;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import gatehouse.exchange.ExchangeFailed;
import gatehouse.exchange.Step;
import gatehouse.tape.Call;
import gatehouse.web.Json;

/** Finds the cause of a failed trial, by the provider's own code where it is known, else by which of our checks said no. */
final class Advice {

    private static final Pattern NAMED = Pattern.compile("[\"']?(?:error|code|errcode|error_code|errorcode|ret|sub_?code|sub_?error)[\"']?\\s*[:=]\\s*[\"']?([A-Za-z0-9_.-]{1,100})");
    private static final Pattern WORDS = Pattern.compile("\"(?:error_description|errmsg|error_msg|msg|message|sub_msg)\"\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.){1,1000}\")");
    private static final Pattern MICROSOFT = Pattern.compile("AADSTS\\d{4,8}");

    private Advice() {
    }

    /** The provider sent the browser back with an error. @param words its own description */
    static Cause denied(String code, String words) {
        if (code.isEmpty() && words.isEmpty()) return Cause.of("no-code", "", "");
        Optional<String> known = codes(code, words).filter(KnownCodes::has).findFirst();
        return Cause.of(known.flatMap(KnownCodes::advice).orElse("denied-otherwise"), known.orElse(code), words);
    }

    /** @param steps what was done, the failed one last */
    static Cause of(ExchangeFailed failed, List<Step> steps) {
        String answer = steps.isEmpty() ? "" : lastAnswer(steps.get(steps.size() - 1));
        String said = failed.providerCode().orElse("");
        boolean answered = switch (failed.reason()) {
            case DENIED_BY_PROVIDER, USER_INFO -> true;
            case PROTOCOL -> failed.detail().equals("status") || failed.detail().equals("access token");
            case WRONG_ISSUER, TOO_SLOW, UNREACHABLE, ID_TOKEN, BUSY, BREAKER_OPEN, ADDRESS_REFUSED -> false;
        };
        Optional<String> known = answered ? codes(said, answer).filter(KnownCodes::has).findFirst() : Optional.empty();
        String words = answered ? words(answer) : "";
        if (known.isPresent()) return Cause.of(KnownCodes.advice(known.get()).orElseThrow(), known.get(), words);
        return Cause.of(OwnReasons.advice(failed), said.isEmpty() ? failed.detail() : said, words);
    }

    /** What the provider says of it in its answer; the answer need not be whole. */
    private static String words(String answer) {
        Matcher found = WORDS.matcher(answer);
        if (!found.find()) return "";
        try {
            return Json.read(found.group(1).getBytes(StandardCharsets.UTF_8)).asText();
        } catch (Json.Malformed oddlyWritten) {
            return found.group(1);
        }
    }

    private static String lastAnswer(Step step) {
        List<Call> calls = step.calls();
        return step.good() || calls.isEmpty() ? "" : calls.get(calls.size() - 1).answer();
    }

    /** The most telling first: Microsoft's number stands in its description, others beside a general word. */
    private static Stream<String> codes(String said, String text) {
        Stream<String> numbers = MICROSOFT.matcher(text).results().map(found -> found.group());
        Stream<String> named = NAMED.matcher(text).results().map(found -> found.group(1));
        return Stream.of(numbers, Stream.of(said), named).flatMap(each -> each).filter(code -> !code.isEmpty());
    }
}
