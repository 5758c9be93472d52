package io.qingfen.clearing;

/** Fixed-width numbers as their records spell them. */
public final class Digits {
    private Digits() {}

    /** Batch and trace numbers: {@code 000017}; empty when negative. */
    public static String six(int number) {
        return number < 0 ? "" : padded(number, 6);
    }

    /** Retrieval reference numbers: twelve digits; empty when negative. */
    public static String rrn(long number) {
        return number < 0 ? "" : padded(number, 12);
    }

    private static String padded(long number, int width) {
        byte[] digits = new byte[width];
        long rest = number;
        for (int i = width - 1; i >= 0; i--) {
            digits[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(digits, java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
