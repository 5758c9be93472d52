package io.qingfen.payouts;

import io.qingfen.money.Currency;
import io.qingfen.reference.Settings.Acquirer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/**
 * What the bank files of one business date, value date and currency have in common.
 *
 * @param debtor whose account is charged
 * @param cutOff time that stands beside the business date where a format wants a time; nothing in a file comes from a
 *     clock
 */
public record FileBatch(
        LocalDate businessDate, LocalDate valueDate, Currency currency, Acquirer debtor, LocalTime cutOff) {

    /** {@code 20260212_20260213_CNY}: business date, value date, currency. */
    String label() {
        DateTimeFormatter basic = DateTimeFormatter.BASIC_ISO_DATE;
        return businessDate.format(basic) + "_" + valueDate.format(basic) + "_" + currency.code();
    }
}
