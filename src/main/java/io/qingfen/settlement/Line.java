package io.qingfen.settlement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The lines of a net settlement position, in the order of its columns. Amounts are signed: + is owed to the merchant. */
public enum Line {
    SALES,
    VOIDS,
    REFUNDS,
    MERCHANT_FEES,
    INSTANT_FEE,
    DEPOSIT_WITHHELD,
    DEPOSIT_REFUND,
    CHARGEBACKS,
    CHARGEBACK_REVERSALS,
    ADJUSTMENTS,
    RESERVE_WITHHELD,
    RESERVE_RELEASED,
    PAYOUT_RETURNED,
    CREDITS_WITHHELD,
    BROUGHT_FORWARD;

    /** All of them as tables and files spell them, for example {@code chargeback_reversals}. */
    public static List<String> columns() {
        return Arrays.stream(values())
                .map(line -> line.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
