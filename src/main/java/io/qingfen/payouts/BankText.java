package io.qingfen.payouts;

/** Words that people wrote, made fit for a bank: one line, no invisible characters, not longer than allowed. */
final class BankText {
    private BankText() {}

    /**
     * Runs of white space and control characters become one space; format characters (direction marks, zero width),
     * lone surrogates and non-characters disappear. Letters of any script stay.
     *
     * @param longest UTF-16 units, as many validators count them; the rest is cut off, never inside a character
     * @param otherwise used when nothing is left
     */
    static String of(String text, int longest, String otherwise) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(clean, c));
        String line = clean.toString().strip();
        if (line.length() > longest) {
            int end = Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest;
            line = line.substring(0, end).strip();
        }
        return line.isEmpty() ? otherwise : line;
    }

    private static void append(StringBuilder clean, int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
            if (clean.length() > 0 && clean.charAt(clean.length() - 1) != ' ') {
                clean.append(' ');
            }
            return;
        }
        int kind = Character.getType(c);
        boolean nothing = kind == Character.FORMAT || kind == Character.SURROGATE || (c & 0xfffe) == 0xfffe;
        if (!nothing) {
            clean.appendCodePoint(c);
        }
    }
}
