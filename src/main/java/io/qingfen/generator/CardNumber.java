package io.qingfen.generator;

/** Invented full card numbers, which only files of schemes carry: sixteen digits with a sound check digit. */
final class CardNumber {
    private static final int CHOSEN = 11;

    private CardNumber() {}

    /** First six and last four as the masked number shows them; empty for a wallet. */
    static String of(Slot slot) {
        if (!slot.card.hasToken()) {
            return "";
        }
        Bytes number = new Bytes(Bytes.LINE).put(slot.card.bin(slot.issuer));
        number.six((int) (slot.token >>> 44) % 100_000 * 10).four(slot.lastDigits);
        byte[] digits = number.array();
        digits[CHOSEN] = (byte) ('0' + (10 - sum(digits, number.length()) % 10) % 10);
        return number.toString();
    }

    /** Of the check by Luhn, with every second digit from the last but one doubled. */
    private static int sum(byte[] digits, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int digit = digits[i] - '0';
            int twice = 2 * digit;
            sum += (length - i) % 2 == 1 ? digit : twice > 9 ? twice - 9 : twice;
        }
        return sum;
    }
}
