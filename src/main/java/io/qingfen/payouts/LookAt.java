package io.qingfen.payouts;

import io.qingfen.money.Currency;
import java.time.LocalDate;

/**
 * A payout that deserves a look before it leaves.
 *
 * @param accountMasked for example {@code 6222****0001}
 * @param averageMinor of the merchant's payouts in the 30 days before, minor units; null unless above it
 * @param changedOn since when the account is another; null unless it changed
 */
public record LookAt(
        String payoutId,
        String merchantId,
        String accountMasked,
        long amountMinor,
        Currency currency,
        Reason reason,
        Long averageMinor,
        LocalDate changedOn) {

    /** Why. */
    public enum Reason {
        /** The merchant was never paid before. */
        FIRST_PAYOUT,
        /** More than five times the average of the 30 days before. */
        ABOVE_AVERAGE,
        /** Another bank account than 7 days ago. */
        ACCOUNT_CHANGED
    }
}
