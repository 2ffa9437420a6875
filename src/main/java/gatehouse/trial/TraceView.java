package gatehouse.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import gatehouse.tape.Call;
import gatehouse.web.Messages;

/** A trace as its page shows it: plain texts in the reader's language. */
record TraceView(Trace trace, Messages messages, Instant now) {

    private static final Set<String> ABOUT_THE_ADDRESS = Set.of("redirect", "code", "no-code", "stray");
    private static final Set<String> BOUND = Set.of("provider.tester.known", "provider.tester.account-disabled");

    Map<String, Object> shown() {
        return Map.of("slug", trace.about().slug(), "name", trace.about().name(), "clientId", trace.about().clientId(), "redirect", trace.about().redirect(),
                "state", state(), "notice", notice(), "lines", lines(), "left", trace.left().stream().map(this::step).toList(),
                "sample", !trace.sample().isEmpty(), "address", trace.cause().stream().anyMatch(cause -> ABOUT_THE_ADDRESS.contains(cause.advice())));
    }

    /** waiting: it may still come back; lost: it may not; failed; done. */
    String state() {
        if (trace.waitsAt(now)) return "waiting";
        return !trace.over() ? "lost" : trace.cause().isEmpty() ? "done" : "failed";
    }

    Map<String, String> notice() {
        if (!trace.cause().isEmpty()) return notice("bad", trace.cause().get(0));
        if (trace.decision().isEmpty()) return Map.of("kind", "", "title", messages.say("trial." + state() + ".title", trace.about().name()), "text",
                messages.say("trial." + state() + ".text", trace.about().name()), "mend", "", "code", "", "said", "");
        Trace.Decision decision = trace.decision().get(0);
        String aside = decision.aside().stream().map(said -> said.in(messages)).collect(Collectors.joining(" "));
        return Map.of("kind", decision.letsIn() ? "good" : "warn", "title", decision.words().in(messages), "text", messages.say(decision.letsIn() ? "trial.done" : "trial.done.refused"), "mend", aside, "code", "", "said", "");
    }

    /** Whether it turned out to be somebody's here already. */
    boolean bound() {
        return trace.decision().stream().anyMatch(decision -> BOUND.contains(decision.words().key()));
    }

    private Map<String, String> notice(String kind, Cause cause) {
        String rule = cause.words().stream().map(said -> said.in(messages)).collect(Collectors.joining(" "));
        return Map.of("kind", kind, "title", messages.say("trial.advice." + cause.advice() + ".cause", trace.about().name()), "text", rule,
                "mend", messages.say("trial.advice." + cause.advice() + ".mend", trace.about().name()), "code", cause.code(), "said", cause.text());
    }

    private List<Map<String, Object>> lines() {
        return trace.lines().stream().map(line -> Map.<String, Object>of("name", step(line.name()), "good", line.good(), "took", line.millis() == 0 && line.calls().isEmpty() ? "" : time(line.millis()),
                "summary", summary(line), "calls", line.calls().stream().map(this::call).toList())).toList();
    }

    private String step(String name) {
        return messages.say("trial.step." + name);
    }

    /** The last call in one line: what was asked, and what came of it. */
    private String summary(Trace.Line line) {
        if (line.calls().isEmpty()) return "";
        Call last = line.calls().get(line.calls().size() - 1);
        String asked = last.method() + " " + last.address().split("\\?", 2)[0];
        if (byBrowser(last)) return asked;
        return last.status() == 0 ? asked + " → " + messages.say("trial.no-answer") : asked + " → " + last.status();
    }

    /** The browser went there, with headers that are its own; what it was answered is not ours to know. */
    private static boolean byBrowser(Call call) {
        return call.headers().isEmpty();
    }

    private Map<String, Object> call(Call call) {
        List<Map<String, String>> parts = new ArrayList<>();
        Stream<String> headers = call.headers().entrySet().stream().map(header -> header.getKey() + ": " + header.getValue());
        String head = Stream.concat(Stream.of(call.method() + " " + call.address()), headers).collect(Collectors.joining("\n"));
        parts.add(part("request", call.request().isEmpty() ? head : head + "\n\n" + call.request()));
        if (call.status() > 0) parts.add(part("answer", call.status() + " " + call.type() + "\n\n" + call.answer()));
        else if (!byBrowser(call)) parts.add(part("answer", messages.say("trial.no-answer")));
        if (!call.opened().isEmpty()) parts.add(part("opened", call.opened()));
        return Map.of("parts", parts);
    }

    private Map<String, String> part(String what, String text) {
        return Map.of("label", messages.say("trial.part." + what), "text", text);
    }

    private String time(long millis) {
        return millis < 1000 ? messages.say("trial.time.millis", Long.toString(millis)) : messages.say("trial.time.seconds", String.format(Locale.ROOT, "%.1f", millis / 1000.0));
    }
}
