package io.qingfen.settlement;

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
    BROUGHT_FORWARD
}
