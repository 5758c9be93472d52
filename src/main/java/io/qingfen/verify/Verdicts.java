package io.qingfen.verify;

import java.util.Set;

/** What each match status means for the money of an item. */
public final class Verdicts {
    private static final Set<String> NOT_SETTLED =
            Set.of("DUPLICATE_CAPTURE", "DUPLICATE_AUTHORIZATION", "REVERSED_CAPTURE", "DECLINED_CAPTURE");
    private static final Set<String> CREDITS = Set.of("VOID", "COMPLETION_VOID", "REFUND");

    private Verdicts() {}

    public static String disposition(String matchStatus) {
        if (matchStatus.equals("MATCHED")) {
            return "SETTLED";
        }
        return NOT_SETTLED.contains(matchStatus) ? "NOT_SETTLED" : "HELD";
    }

    /** Whether the money goes back to the cardholder. */
    public static boolean isCredit(String txnType) {
        return CREDITS.contains(txnType);
    }
}
