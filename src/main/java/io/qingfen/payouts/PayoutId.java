package io.qingfen.payouts;

import io.qingfen.money.Currency;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The one identity of a payout, for ever; also its EndToEndId at the bank (at most 29 of 35 characters). */
public final class PayoutId {
    private PayoutId() {}

    /**
     * {@code P20260212-898310000000001}; another currency than the merchant's home currency is appended: {@code
     * P20260212-898310000000001-USD}.
     */
    public static String of(LocalDate businessDate, String merchantId, Currency currency, Currency home) {
        String id = "P" + businessDate.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + merchantId;
        return currency.equals(home) ? id : id + "-" + currency.code();
    }
}
