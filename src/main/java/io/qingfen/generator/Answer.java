package io.qingfen.generator;

/** Response codes of the host, in the shares in which they are met. */
final class Answer {
    static final byte[] APPROVED = Bytes.ascii("00");
    static final byte[] OFFLINE = Bytes.ascii("Y1");

    /** No money, wrong PIN, limits, bank's refusal, expired card, risk, blocked, closed for the day, … */
    private static final byte[][] DECLINED = repeated(
            "51", 38, "55", 18, "61", 9, "05", 6, "57", 5, "54", 3, "14", 3, "38", 3, "65", 3, "75", 2, "91", 2, "62",
            2, "40", 1, "41", 1, "43", 1, "30", 1, "90", 1, "58", 1);

    /** Issuer's time-out, no answer from the issuer, fault in the network, no answer at all. */
    private static final byte[][] UNKNOWN = repeated("68", 40, "98", 35, "96", 15, "", 10);

    private Answer() {}

    private static byte[][] repeated(Object... codesAndShares) {
        byte[][] table = new byte[100][];
        int at = 0;
        for (int i = 0; i < codesAndShares.length; i += 2) {
            for (int n = 0; n < (int) codesAndShares[i + 1]; n++) {
                table[at++] = Bytes.ascii((String) codesAndShares[i]);
            }
        }
        return table;
    }

    static byte[] declined(long mixed) {
        return DECLINED[Dice.below(100, mixed)];
    }

    static byte[] unknown(long mixed) {
        return UNKNOWN[Dice.below(100, mixed)];
    }
}
