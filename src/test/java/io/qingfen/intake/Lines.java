package io.qingfen.intake;

import java.nio.charset.StandardCharsets;

/** Lines of input files with everything in order, to be spoilt by tests. */
public final class Lines {
    public static final String BATCHES = "terminal-batches_20260302_01.csv";
    public static final String AUTHORIZATIONS = "authorizations_20260302_01.csv";
    public static final String BATCH = "B,898310000000001,00000001,000001,2026-03-02T22:00:00,CNY,1,12.50,0,0.00";
    public static final String DETAIL =
            "D,000001,SALE,tk_1,622202******1234,12.50,2026-03-02T10:00:00,010000000001,123456,051,,";
    public static final String ANSWER = "A,010000000001,898310000000001,00000001,000001,000001,SALE,UNIONPAY,tk_1,"
            + "622202******1234,DEBIT,DOMESTIC,12.50,CNY,2026-03-02T10:00:00,00,123456,01020000,,";

    private Lines() {}

    /** A terminal-batch file of these lines between header and trailer. */
    public static byte[] batches(String trailer, String... lines) {
        return bytes("H,TERMINAL_BATCHES,1,2026-03-02,1\n" + String.join("\n", lines) + "\n" + trailer + "\n");
    }

    /** An authorization file of these lines between header and trailer. */
    public static byte[] answers(String trailer, String... lines) {
        return bytes("H,AUTHORIZATIONS,1,2026-03-02,1\n" + String.join("\n", lines) + "\n" + trailer + "\n");
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The line with one field replaced; fields count from 0. */
    public static String with(String line, int field, String value) {
        String[] fields = line.split(",", -1);
        fields[field] = value;
        return String.join(",", fields);
    }
}
