package gatehouse.account;

/**
 * Who arrived from a provider, proven by it.
 *
 * @param provider  the provider row's id
 * @param issuer    the verified issuer, or '' for plain OAuth 2.0
 * @param subject   1 to 255 characters, kept byte for byte
 * @param nameThere what they are called there, for people to recognise; never used to find an account
 */
public record Outsider(long provider, String issuer, String subject, String nameThere) {

    private static final int LONGEST_NAME = 255;

    public Outsider {
        if (subject.isBlank()) throw new IllegalArgumentException("a blank subject is nobody");
    }

    String shortName() {
        return nameThere.codePointCount(0, nameThere.length()) <= LONGEST_NAME ? nameThere
                : nameThere.substring(0, nameThere.offsetByCodePoints(0, LONGEST_NAME));
    }
}
