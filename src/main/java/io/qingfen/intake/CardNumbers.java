package io.qingfen.intake;

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
            if (end - begin >= SHORTEST && end - begin <= LONGEST && passesLuhn(text, begin, end)) {
                masked.replace(begin + 6, end - 4, "*".repeat(end - begin - 10));
            }
            begin = end + 1;
        }
        return masked.toString();
    }

    private static boolean isCardNumber(byte[] bytes, int begin, int end) {
        int length = end - begin;
        if (length < SHORTEST || length > LONGEST) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < length; i++) {
            sum += weighted(bytes[end - 1 - i] - '0', i);
        }
        return sum % 10 == 0;
    }

    private static boolean passesLuhn(String text, int begin, int end) {
        int sum = 0;
        for (int i = 0; i < end - begin; i++) {
            sum += weighted(text.charAt(end - 1 - i) - '0', i);
        }
        return sum % 10 == 0;
    }

    /** Every second digit from the right counts double, as the sum of its digits. */
    private static int weighted(int digit, int fromRight) {
        if ((fromRight & 1) == 0) {
            return digit;
        }
        return digit > 4 ? 2 * digit - 9 : 2 * digit;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
