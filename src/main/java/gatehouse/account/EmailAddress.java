package gatehouse.account;

import java.util.Optional;
import java.util.regex.Pattern;

import gatehouse.web.Refusal;

/** An e-mail address that a letter could be sent to: at most 254 characters (RFC 5321 4.5.3.1), one @, nothing blank, no control. */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile("[^@\\s\\p{Cntrl}\\p{Z}\\p{C}\"(),:;<>\\[\\]\\\\]{1,64}@[^@]{1,253}");

    public EmailAddress {
        if (!valid(value)) throw Refusal.invalid("account.email.invalid");
    }

    /** The address in this text, outer blanks aside; empty when it is none. */
    public static Optional<EmailAddress> from(String text) {
        if (text.length() > 2 * LONGEST) return Optional.empty();
        return Optional.of(text.strip()).filter(EmailAddress::valid).map(EmailAddress::new);
    }

    private static boolean valid(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches() && Domain.of(afterAt(text)).isPresent();
    }

    /** The domain in lower-case ASCII (IDNA). */
    public String domain() {
        return Domain.of(afterAt(value)).orElseThrow();
    }

    private static String afterAt(String text) {
        return text.substring(text.indexOf('@') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
