package io.qingfen.payouts;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import java.time.LocalDate;

/** How many payouts of a date have this value date and currency, and their sum in minor units. */
public record ReleaseTotal(LocalDate valueDate, Currency currency, long payouts, long amountMinor) {
    @Override
    public String toString() {
        return payouts + (payouts == 1 ? " payout" : " payouts") + " of " + Amounts.format(amountMinor, currency) + " "
                + currency.code() + " at the bank on " + valueDate;
    }
}
