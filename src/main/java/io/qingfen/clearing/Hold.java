package io.qingfen.clearing;

import io.qingfen.money.Currency;
import java.time.LocalDate;

/**
 * A pre-authorization that a completion may use: open for 30 days, day 30 included.
 *
 * @param rrn of the pre-authorization
 * @param amountMinor what was held, minor units
 * @param expiresOn last date on which it counts
 */
public record Hold(String rrn, LocalDate openedOn, long amountMinor, Currency currency, LocalDate expiresOn) {
    private static final int DAYS = 30;
    /** A completion may take up to 115 % of its hold. */
    private static final long MOST_PERCENT = 115;

    public static Hold open(String rrn, LocalDate on, long amountMinor, Currency currency) {
        return new Hold(rrn, on, amountMinor, currency, on.plusDays(DAYS));
    }

    public boolean counts(LocalDate businessDate, Currency ofCompletion) {
        return !businessDate.isAfter(expiresOn) && currency.equals(ofCompletion);
    }

    /** 115.00 of 100.00 is allowed, 115.01 is not. */
    public boolean covers(long completionMinor) {
        return Math.multiplyExact(completionMinor, 100L) <= Math.multiplyExact(amountMinor, MOST_PERCENT);
    }
}
