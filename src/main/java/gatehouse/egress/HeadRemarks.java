package gatehouse.egress;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import gatehouse.check.Mark;
import gatehouse.check.Remark;

/**
 * What the head of an answer tells: whether something lives at the address, and how far its clock is from ours.
 *
 * @param visited whether people or we ask this very path so, and not only the server's other addresses
 * @param now     when it came
 */
record HeadRemarks(Head head, String path, boolean visited, Instant now) {

    private static final Duration SLIGHT = Duration.ofSeconds(30);
    private static final Duration GRAVE = Duration.ofMinutes(5);

    List<Remark> all() {
        return Stream.concat(Stream.of(answer()), clock().stream()).toList();
    }

    /** Without its parameters most addresses refuse a request, and that is as it should be. */
    private Remark answer() {
        String status = Integer.toString(head.status());
        if (head.status() == 407) return new Remark(Mark.BAD, "answer", "check.answer.password", status);
        if (head.status() >= 500 && head.status() != 501) return new Remark(Mark.WARN, "answer", "check.answer.failing", status);
        if (visited && (head.status() == 404 || head.status() == 410)) return new Remark(Mark.WARN, "answer", "check.answer.missing", status, path);
        return new Remark(Mark.GOOD, "answer", "check.answer", status);
    }

    private Optional<Remark> clock() {
        return date().map(date -> Duration.between(date, now).abs()).map(apart -> {
            Mark mark = apart.compareTo(GRAVE) > 0 ? Mark.BAD : apart.compareTo(SLIGHT) > 0 ? Mark.WARN : Mark.GOOD;
            return mark == Mark.GOOD ? new Remark(mark, "clock", "check.clock.good") : new Remark(mark, "clock", "check.clock.apart", apart.toSeconds());
        });
    }

    private Optional<Instant> date() {
        try {
            return head.date().isEmpty() ? Optional.empty() : Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(head.date())));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
