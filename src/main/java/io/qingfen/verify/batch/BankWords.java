package io.qingfen.verify.batch;

import java.math.BigInteger;

/** Names as banks take them: one line, visible characters only, cut to a length. */
final class BankWords {
    private BankWords() {}

    static String clean(String text, int longest, String otherwise) {
        StringBuilder clean = new StringBuilder();
        boolean gap = false;
        for (int c : text.codePoints().toArray()) {
            boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
            int type = Character.getType(c);
            boolean unseen = type == Character.FORMAT || type == Character.SURROGATE || (c & 0xfffe) == 0xfffe;
            if (!blank && !unseen) {
                clean.append(gap && !clean.isEmpty() ? " " : "").appendCodePoint(c);
                gap = false;
            }
            gap |= blank;
        }
        String line = clean.toString();
        if (line.length() > longest) {
            boolean inside = Character.isHighSurrogate(line.charAt(longest - 1));
            line = line.substring(0, inside ? longest - 1 : longest).strip();
        }
        return line.isEmpty() ? otherwise : line;
    }

    /** A cell of a fixed kind: in quotes only where the format asks for it. */
    static String code(String text) {
        boolean plain = text.chars().allMatch(c -> c > ' ' && c <= '~' && c != '"' && c != ',');
        return text.isEmpty() || plain && inTable(text).equals(text) ? text : words(text);
    }

    /** A cell of words: in quotes whenever there are any. */
    static String words(String text) {
        return text.isEmpty() ? "" : '"' + inTable(text).replace("\"", "\"\"") + '"';
    }

    /** Whether it is an international account number whose check digits are right. */
    static boolean isIban(String account) {
        if (!account.matches("[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}")) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (account.substring(4) + account.substring(0, 4))
                .chars()
                .forEach(c -> digits.append(Character.digit(c, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /** A name that a spreadsheet would take for a formula stands behind an apostrophe. */
    static String inTable(String name) {
        return !name.isEmpty() && "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
    }

    /** The number of a currency, 156 for CNY; its letters where the platform knows no number. */
    static String numeric(String letters) {
        try {
            return java.util.Currency.getInstance(letters).getNumericCodeAsString();
        } catch (IllegalArgumentException unknown) {
            return letters;
        }
    }
}
