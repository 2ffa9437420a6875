package gatehouse.account;

import java.net.IDN;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Optional;

/** The name of a mail domain, as lower-case ASCII. */
final class Domain {

    private static final int LONGEST = 253;

    private Domain() {
    }

    /** Empty when it is no domain name, or one that IDNA 2003 would read as another (ß as ss, full-width letters). */
    static Optional<String> of(String typed) {
        if (typed.isEmpty() || typed.length() > LONGEST) return Optional.empty();
        String name = Normalizer.normalize(typed.toLowerCase(Locale.ROOT), Form.NFC);
        try {
            String ascii = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return Optional.of(ascii).filter(Domain::wellFormed).filter(found -> faithful(found, name));
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    private static boolean wellFormed(String ascii) {
        return ascii.length() <= LONGEST && ascii.matches("([a-z0-9-]{1,63}\\.)*[a-z0-9-]{1,63}");
    }

    private static boolean faithful(String ascii, String name) {
        return ascii.equals(name) || IDN.toUnicode(ascii).equals(name);
    }
}
