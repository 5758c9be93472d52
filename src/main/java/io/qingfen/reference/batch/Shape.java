package io.qingfen.reference.batch;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.money.Rate;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How a value is written, the same in CSV and YAML; numbers are decimal text, never floating point.
 *
 * @param expected completes "is not …"
 * @param reading throws a runtime exception when the text has another shape
 */
record Shape<T>(String expected, Function<String, T> reading) {
    static final Shape<String> MERCHANT_ID = text("[0-9A-Za-z]{1,15}", "a merchant id (1 to 15 letters and digits)");
    static final Shape<String> TERMINAL_ID = text("[0-9A-Za-z]{8}", "a terminal id (8 letters and digits)");
    static final Shape<String> AGENT_ID =
            text("[0-9A-Za-z_-]{0,32}", "an agent id (up to 32 letters, digits, _ and -)");
    static final Shape<String> MCC = text("[0-9]{4}", "a merchant category code (4 digits)");
    static final Shape<String> ACCOUNT_NO =
            text("[0-9A-Za-z-]{1,34}", "an account number (1 to 34 letters, digits and -, no spaces)");
    static final Shape<String> BANK_CODE = text("[0-9A-Za-z]{1,35}", "a bank code (1 to 35 letters and digits)");
    static final Shape<String> ID =
            text("[\\p{L}\\p{N}][\\p{L}\\p{N}._:+/-]{0,59}", "an id (1 to 60 letters, digits and ._:+/-)");
    static final Shape<String> RESPONSE_CODE =
            text("[0-9A-Za-z]{0,2}", "a response code (up to 2 letters and digits; empty for no answer)");
    static final Shape<String> ENTRY_MODE = text("[!-~]{1,64}", "the beginning of an entry mode, for example \"07\"");
    static final Shape<LocalDate> DATE = new Shape<>("a date like 2026-02-28", Shape::date);
    static final Shape<LocalTime> TIME = new Shape<>("a time like 23:00", LocalTime::parse);
    static final Shape<ZoneId> ZONE = new Shape<>("a time zone like Asia/Shanghai", ZoneId::of);
    static final Shape<Rate> RATE =
            new Shape<>("a rate like 0.38% (percent sign, at most 4 decimals, up to 100%)", Rate::parse);
    static final Shape<Currency> CURRENCY = new Shape<>("a currency of ISO 4217 like CNY", Currency::of);
    static final Shape<Boolean> YES_NO = choice("Y or N", "Y", "N");
    static final Shape<Boolean> TRUE_FALSE = choice("true or false", "true", "false");

    T read(String text) {
        return reading.apply(text);
    }

    /** One of the names of an enumeration. */
    static <E extends Enum<E>> Shape<E> oneOf(Class<E> values) {
        String names = String.join(
                ", ", Arrays.stream(values.getEnumConstants()).map(Enum::name).toList());
        return new Shape<>("one of " + names, name -> Enum.valueOf(values, name));
    }

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

    /** A whole number within these bounds, both included. */
    static Shape<Integer> number(int least, int most) {
        return new Shape<>("a whole number from " + least + " to " + most, text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most || !Integer.toString(number).equals(text)) {
                throw new IllegalArgumentException("out of range");
            }
            return number;
        });
    }

    /** Text for people, within this many characters; no control characters, nothing that XML cannot carry. */
    static Shape<String> words(int least, int most) {
        return new Shape<>("text of " + least + " to " + most + " characters without control characters", text -> {
            int length = text.codePointCount(0, text.length());
            boolean blank = least > 0 && text.isBlank();
            if (length < least || length > most || blank || !text.chars().allMatch(Shape::isWriting)) {
                throw new IllegalArgumentException("not such text");
            }
            return text;
        });
    }

    private static boolean isWriting(int unit) {
        return !Character.isISOControl(unit) && unit != 0xFFFE && unit != 0xFFFF;
    }

    static Shape<Boolean> choice(String expected, String yes, String no) {
        return new Shape<>(expected, text -> {
            if (!text.equals(yes) && !text.equals(no)) {
                throw new IllegalArgumentException("neither");
            }
            return text.equals(yes);
        });
    }

    static Shape<String> text(String regex, String expected) {
        Pattern shape = Pattern.compile(regex);
        return new Shape<>(expected, text -> {
            if (!shape.matcher(text).matches()) {
                throw new IllegalArgumentException("another shape");
            }
            return text;
        });
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
