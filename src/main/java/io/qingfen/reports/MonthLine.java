package io.qingfen.reports;

/**
 * What one merchant paid in a month for one kind of work, and what it cost.
 *
 * @param kind MERCHANT_FEES by channel, card type and rule; INSTANT_FEE; ADJUSTMENTS: fees that decisions of people moved
 * @param amountMinor what was priced, signed
 * @param feeMinor + = charged to the merchant
 * @param costMinor + = what schemes charge us
 */
public record MonthLine(
        String merchantId,
        String currency,
        Kind kind,
        String channel,
        String cardType,
        String feeRule,
        long count,
        long amountMinor,
        long feeMinor,
        long costMinor) {

    /** In the order of an invoice. */
    public enum Kind {
        MERCHANT_FEES,
        INSTANT_FEE,
        ADJUSTMENTS
    }
}
