package gatehouse.mapping;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import gatehouse.account.EmailAddress;
import gatehouse.web.OneLine;
import gatehouse.web.Refusal;

/**
 * What a mapping found in one answer, field by field.
 *
 * @param emailVerified whether the provider says so of the e-mail that was found: a real {@code true}, nothing else
 */
public record Reading(Map<Field, Finding> findings, boolean emailVerified) {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TEXT = 1000;

    public Reading {
        findings = Collections.unmodifiableMap(new EnumMap<>(findings));
    }

    /** Empty when the mapping does not read this field. */
    public Optional<Finding> finding(Field field) {
        return Optional.ofNullable(findings.get(field));
    }

    public ExternalProfile profile() {
        return new ExternalProfile(subject(), text(Field.USERNAME, LONGEST_TEXT), email(), emailVerified && email().isPresent(),
                text(Field.NICKNAME, LONGEST_NAME), text(Field.PHONE, LONGEST_NAME), avatar(), text(Field.DESCRIPTION, LONGEST_TEXT));
    }

    /** Empty also when what was found is no e-mail address. */
    Optional<String> email() {
        return text(Field.EMAIL, LONGEST_TEXT).flatMap(EmailAddress::from).map(EmailAddress::value);
    }

    /** Empty also when what was found is no https address. */
    Optional<String> avatar() {
        return text(Field.AVATAR, LONGEST_TEXT + 1).filter(Reading::pictureAddress);
    }

    /** Who it is, on its own: all that a bound person needs. @throws Refusal (502) as {@link Subject} */
    public String subject() {
        return Subject.of(findings.get(Field.SUBJECT));
    }

    /** Whether there is a subject to know somebody by. */
    public boolean tellsWho() {
        try {
            return !subject().isEmpty();
        } catch (Refusal nobody) {
            return false;
        }
    }

    /** The rule that was asked last for the subject: the one that answered, where one did. */
    public Rule teller() {
        return findings.get(Field.SUBJECT).rule();
    }

    private Optional<String> text(Field field, int most) {
        return findings.get(field) instanceof Hit hit ? Optional.of(OneLine.of(hit.text(), most)).filter(text -> !text.isBlank()) : Optional.empty();
    }

    /** Only https is ever shown; nothing is fetched. */
    private static boolean pictureAddress(String text) {
        return text.length() <= LONGEST_TEXT && text.startsWith("https://");
    }
}
