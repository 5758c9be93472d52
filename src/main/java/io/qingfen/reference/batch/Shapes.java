package io.qingfen.reference.batch;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.money.Rate;
import io.qingfen.run.Shape;
import java.time.LocalDate;

/** How values of the reference data are written, the same in CSV and YAML. */
final class Shapes {
    static final Shape<String> MERCHANT_ID =
            Shape.text("[0-9A-Za-z]{1,15}", "a merchant id (1 to 15 letters and digits)");
    static final Shape<String> TERMINAL_ID = Shape.text("[0-9A-Za-z]{8}", "a terminal id (8 letters and digits)");
    static final Shape<String> AGENT_ID =
            Shape.text("[0-9A-Za-z_-]{0,32}", "an agent id (up to 32 letters, digits, _ and -)");
    static final Shape<String> MCC = Shape.text("[0-9]{4}", "a merchant category code (4 digits)");
    static final Shape<String> ACCOUNT_NO =
            Shape.text("[0-9A-Za-z-]{1,34}", "an account number (1 to 34 letters, digits and -, no spaces)");
    static final Shape<String> BANK_CODE = Shape.text("[0-9A-Za-z]{1,35}", "a bank code (1 to 35 letters and digits)");
    static final Shape<String> ID =
            Shape.text("[\\p{L}\\p{N}][\\p{L}\\p{N}._:+/-]{0,59}", "an id (1 to 60 letters, digits and ._:+/-)");
    static final Shape<String> RESPONSE_CODE =
            Shape.text("[0-9A-Za-z]{0,2}", "a response code (up to 2 letters and digits; empty for no answer)");
    static final Shape<String> ENTRY_MODE =
            Shape.text("[!-~]{1,64}", "the beginning of an entry mode, for example \"07\"");
    static final Shape<LocalDate> DATE = new Shape<>("a date like 2026-02-28", Shapes::date);
    static final Shape<Rate> RATE =
            new Shape<>("a rate like 0.38% (percent sign, at most 4 decimals, up to 100%)", Rate::parse);
    static final Shape<Currency> CURRENCY = new Shape<>("a currency of ISO 4217 like CNY", Currency::of);
    static final Shape<Boolean> YES_NO = Shape.choice("Y or N", "Y", "N");

    private Shapes() {}

    /** Not negative, with exactly the currency's decimals; minor units. */
    static Shape<Long> amount(Currency currency) {
        return new Shape<>("an amount like " + example(currency) + " (" + currency + ", not negative)", text -> {
            if (text.startsWith("-")) {
                throw new IllegalArgumentException("negative");
            }
            return Amounts.parse(text, currency);
        });
    }

    /** Of either sign, with exactly the currency's decimals; minor units. */
    static Shape<Long> signedAmount(Currency currency) {
        return new Shape<>(
                "an amount like -" + example(currency) + " (" + currency + ")", text -> Amounts.parse(text, currency));
    }

    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() < 1900 || date.getYear() > 2999) {
            throw new IllegalArgumentException("not a year of business");
        }
        return date;
    }

    private static String example(Currency currency) {
        return Amounts.format(20 * Amounts.scale(currency), currency);
    }
}
