package io.qingfen.cli;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;

/** Numbers and plurals for people; files and JSON never use these. */
final class Words {
    private Words() {}

    /** {@code 1 merchant}, {@code 12,345 merchants}. */
    static String counted(long count, String singular) {
        return grouped(Long.toString(count)) + " " + singular + (count == 1 ? "" : "s");
    }

    /** {@code 12,345.67 CNY}; a currency that nobody knows has no decimals. */
    static String money(long minor, String currency) {
        return amount(minor, currency) + " " + currency;
    }

    /** {@code 12,345.67}. */
    static String amount(long minor, String currency) {
        Currency known = Currency.find(currency);
        return grouped(known == null ? Long.toString(minor) : Amounts.format(minor, known));
    }

    /** A long text for a table: at most so many characters, the last an ellipsis when something is left out. */
    static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }

    static String grouped(long count) {
        return grouped(Long.toString(count));
    }

    private static String grouped(String plain) {
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        StringBuilder text = new StringBuilder(plain);
        int first = plain.startsWith("-") ? 1 : 0;
        for (int at = end - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
