package io.qingfen.intake;

import io.qingfen.run.Luhn;

/**
 * Finds full card numbers: a run of 13 to 19 ASCII digits, with no digit before or behind it, that passes the Luhn
 * check (ISO/IEC 7812-1).
 */
final class CardNumbers {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;

    private CardNumbers() {}

    /** Whether these bytes hold a full card number. */
    static boolean isIn(byte[] bytes, int from, int to) {
        // A run of 13 digits covers one of every 13 positions, so nearly all values are passed at a glance.
        for (int probe = from + SHORTEST - 1; probe < to; probe += SHORTEST) {
            if (isDigit(bytes[probe])) {
                int begin = probe;
                while (begin > from && isDigit(bytes[begin - 1])) {
                    begin--;
                }
                int end = probe + 1;
                while (end < to && isDigit(bytes[end])) {
                    end++;
                }
                if (isCardNumber(bytes, begin, end)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The text with every full card number cut to its first six and last four digits. */
    static String masked(String text) {
        StringBuilder masked = new StringBuilder(text);
        int begin = 0;
        while (begin < text.length()) {
            int end = begin;
            while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                end++;
            }
            if (end - begin >= SHORTEST && end - begin <= LONGEST && Luhn.passes(text, begin, end)) {
                masked.replace(begin + 6, end - 4, "*".repeat(end - begin - 10));
            }
            begin = end + 1;
        }
        return masked.toString();
    }

    private static boolean isCardNumber(byte[] bytes, int begin, int end) {
        int length = end - begin;
        return length >= SHORTEST && length <= LONGEST && Luhn.passes(bytes, begin, end);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
