package io.qingfen.money;

import java.util.regex.Pattern;

/** Decimal text of minor units: the one way amounts are written to and read from text. */
public final class Amounts {
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,18})(\\.[0-9]{1,4})?");
    private static final long[] TENS = {1, 10, 100, 1_000, 10_000};

    private Amounts() {}

    /** Minor units per major unit: 100 for CNY, 1 for JPY. */
    public static long scale(Currency currency) {
        return TENS[currency.digits()];
    }

    /** Plain decimal with the currency's digits: {@code format(-5, CNY)} is {@code -0.05}. */
    public static String format(long minor, Currency currency) {
        return format(minor, currency.digits());
    }

    /** Plain decimal with this many digits after the point (0 to 4). */
    public static String format(long minor, int digits) {
        if (digits == 0) {
            return Long.toString(minor);
        }
        String plain = minor < 0 ? Long.toString(minor).substring(1) : Long.toString(minor);
        StringBuilder text = new StringBuilder(plain.length() + 3);
        if (minor < 0) {
            text.append('-');
        }
        if (plain.length() <= digits) {
            return text.append("0.")
                    .append("0".repeat(digits - plain.length()))
                    .append(plain)
                    .toString();
        }
        int point = plain.length() - digits;
        return text.append(plain, 0, point)
                .append('.')
                .append(plain, point, plain.length())
                .toString();
    }

    /** Plain decimal text for people, its thousands apart: {@code -1234567.8} is {@code -1,234,567.8}. */
    public static String grouped(String plain) {
        int point = plain.indexOf('.');
        int first = plain.startsWith("-") ? 1 : 0;
        StringBuilder text = new StringBuilder(plain);
        for (int at = (point < 0 ? plain.length() : point) - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    /** {@code 1,234.50}; a currency that nobody knows has no decimals. */
    public static String grouped(long minor, String currency) {
        Currency known = Currency.find(currency);
        return grouped(known == null ? Long.toString(minor) : format(minor, known));
    }

    /**
     * Reads plain ASCII decimal text without leading zeros and with exactly the currency's digits; a leading minus is
     * allowed.
     *
     * @throws IllegalArgumentException when the text has another shape or does not fit a long
     */
    public static long parse(String text, Currency currency) {
        int digits = currency.digits();
        int point = text.indexOf('.');
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        if (decimals != digits || !DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "not an amount with " + digits + " decimals (" + currency + "): '" + text + "'");
        }
        return Long.parseLong(point < 0 ? text : text.substring(0, point) + text.substring(point + 1));
    }
}
