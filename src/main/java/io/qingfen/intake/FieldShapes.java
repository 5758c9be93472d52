package io.qingfen.intake;

import java.util.Map;

/** The shape of each column in words, for the people who read rejects. */
final class FieldShapes {
    private static final String COUNT = "a plain count";
    private static final String TOTAL = "a plain decimal with the digits of its currency, such as 1234.50";
    private static final String SIX_DIGITS = "six digits";
    private static final String TIME = "a time like 2026-03-02T14:05:09";
    private static final String PRINTABLE = "up to 64 printable ASCII characters";
    private static final Map<String, String> BY_COLUMN = Map.ofEntries(
            Map.entry("merchant_id", "1 to 15 letters and digits"),
            Map.entry("terminal_id", "8 letters and digits"),
            Map.entry("batch_no", SIX_DIGITS),
            Map.entry("closed_at", TIME),
            Map.entry("currency", "three capital letters"),
            Map.entry("debit_count", COUNT),
            Map.entry("debit_amount", TOTAL),
            Map.entry("credit_count", COUNT),
            Map.entry("credit_amount", TOTAL),
            Map.entry("trace_no", SIX_DIGITS),
            Map.entry("txn_type", "a transaction type of this file"),
            Map.entry("card_token", "up to 64 letters, digits, _ and -"),
            Map.entry("masked_pan", "six digits, stars, four digits"),
            Map.entry("amount", TOTAL + ", above 0 and below 10000000000"),
            Map.entry("txn_time", TIME),
            Map.entry("rrn", "twelve digits"),
            Map.entry("auth_code", "up to 6 letters and digits"),
            Map.entry("entry_mode", PRINTABLE),
            Map.entry("original_trace_no", SIX_DIGITS),
            Map.entry("original_rrn", "twelve digits"),
            Map.entry("channel", "a known channel"),
            Map.entry("card_type", "a known card type"),
            Map.entry("card_origin", "DOMESTIC or FOREIGN"),
            Map.entry("response_code", "up to 2 letters and digits"),
            Map.entry("issuer_id", PRINTABLE),
            Map.entry("scheme_ref", PRINTABLE));

    private FieldShapes() {}

    static String of(String column) {
        return BY_COLUMN.get(column);
    }
}
