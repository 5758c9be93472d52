package io.qingfen.settlement;

import io.qingfen.ledger.Account;

/**
 * Money of a merchant's day as clearing hands it over, summed over the date.
 *
 * @param channel the scheme that carried the transactions
 * @param matchStatus why money is in suspense; empty for other lines
 * @param count transactions or items behind the amount
 * @param minor minor units, signed as its line says
 */
public record DayTotal(DayLine line, String channel, String matchStatus, long count, long minor) {

    String debitAccount() {
        return switch (line) {
            case SALES, VOIDS, REFUNDS, SUSPENSE -> Account.schemeReceivable(channel);
            case MERCHANT_FEES -> Account.MERCHANT_FEES;
            case CREDITS_WITHHELD -> Account.CREDITS_WITHHELD;
            case SCHEME_COST -> Account.schemeCost(channel);
        };
    }

    String creditAccount(String merchantId) {
        return switch (line) {
            case SALES, VOIDS, REFUNDS, MERCHANT_FEES, CREDITS_WITHHELD -> Account.merchantPayable(merchantId);
            case SCHEME_COST -> Account.schemeReceivable(channel);
            case SUSPENSE -> Account.suspense(matchStatus);
        };
    }

    /** What tells this entry from the others of the merchant's day, for example {@code SALES|UNIONPAY}. */
    String key() {
        return switch (line) {
            case SALES, VOIDS, REFUNDS, SCHEME_COST -> line + "|" + channel;
            case MERCHANT_FEES, CREDITS_WITHHELD -> line.name();
            case SUSPENSE -> line + "|" + channel + "|" + matchStatus;
        };
    }

    String description() {
        return switch (line) {
            case SALES, VOIDS, REFUNDS, SCHEME_COST -> line.description() + ", " + channel;
            case MERCHANT_FEES, CREDITS_WITHHELD -> line.description();
            case SUSPENSE -> line.description() + " " + matchStatus + ", " + channel;
        };
    }
}
