package io.qingfen.logs;

/**
 * Characters that would make a text look like another: ends of lines, terminal controls, direction marks that show text
 * in another order, and halves of characters.
 */
final class Escapes {
    private Escapes() {}

    /** For people: such characters become {@code \n}, {@code \r} and {@code \\u202e}; tabs become spaces. */
    static String plain(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\t') {
                line.append(' ');
            } else if (isHarmless(text, at)) {
                line.append(c);
            } else {
                escape(line, c);
            }
        }
        return line.toString();
    }

    /** Inside the quotes of a JSON string. */
    static String json(String text) {
        StringBuilder line = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else if (isHarmless(text, at)) {
                line.append(c);
            } else {
                escape(line, c);
            }
        }
        return line.toString();
    }

    private static void escape(StringBuilder line, char c) {
        switch (c) {
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            default -> line.append(String.format("\\u%04x", (int) c));
        }
    }

    private static boolean isHarmless(String text, int at) {
        char c = text.charAt(at);
        if (Character.isSurrogate(c)) {
            return isWhole(text, at, c);
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static boolean isWhole(String text, int at, char c) {
        return Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
