package io.qingfen.intake;

import java.nio.charset.StandardCharsets;

/** Values of an input line as people may see them: no control characters, no card number, not long. */
final class Shown {
    private static final int LONGEST_VALUE = 60;
    private static final int LONGEST_DETAIL = 200;

    private Shown() {}

    /** The value in single quotes. */
    static String quoted(byte[] bytes, int from, int to) {
        return "'" + value(bytes, from, to, LONGEST_VALUE) + "'";
    }

    /** The value, cut to this many characters. */
    static String value(byte[] bytes, int from, int to, int longest) {
        String text = CardNumbers.masked(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        StringBuilder shown = new StringBuilder(Math.min(text.length(), longest));
        text.codePoints()
                .limit(longest)
                .map(character -> isHarmless(character) ? character : '?')
                .forEach(character -> {
                    if (shown.length() + Character.charCount(character) <= longest) {
                        shown.appendCodePoint(character);
                    }
                });
        return shown.toString();
    }

    static String detail(String text) {
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL - 3) + "...";
    }

    /** U+FFFD stands for bytes that are no character; it says no more than a question mark. */
    private static boolean isHarmless(int character) {
        if (character == 0xfffd) {
            return false;
        }
        switch (Character.getType(character)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.SURROGATE:
            case Character.PRIVATE_USE:
            case Character.UNASSIGNED:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
                return false;
            default:
                return true;
        }
    }
}
