package io.qingfen.run;

/** The check digit that tells a card number from other digits (ISO/IEC 7812-1). */
public final class Luhn {
    private Luhn() {}

    /** Whether the ASCII digits from {@code from} to before {@code to} pass; the caller knows that they are digits. */
    public static boolean passes(byte[] digits, int from, int to) {
        int sum = 0;
        for (int i = 0; i < to - from; i++) {
            sum += weighted(digits[to - 1 - i] - '0', i);
        }
        return sum % 10 == 0;
    }

    /** As of bytes. */
    public static boolean passes(CharSequence digits, int from, int to) {
        int sum = 0;
        for (int i = 0; i < to - from; i++) {
            sum += weighted(digits.charAt(to - 1 - i) - '0', i);
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
}
