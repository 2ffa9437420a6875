package gatehouse.people;

/** All texts that begin with one, as a range: from it, to the first that comes after all of them, in the order of bytes. Nothing begins with nothing. */
record Prefix(String from, String to) {

    private static final int LAST_BEFORE_SURROGATES = 0xD7FF;
    private static final int FIRST_AFTER_SURROGATES = 0xE000;

    static Prefix of(String text) {
        if (text.isEmpty()) return new Prefix("", "");
        int last = text.codePointBefore(text.length());
        int next = last == LAST_BEFORE_SURROGATES ? FIRST_AFTER_SURROGATES : last + 1;
        return new Prefix(text, text.substring(0, text.length() - Character.charCount(last)) + Character.toString(Math.min(next, Character.MAX_CODE_POINT)));
    }
}
