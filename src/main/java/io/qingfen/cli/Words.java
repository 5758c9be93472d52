package io.qingfen.cli;

import io.qingfen.money.Amounts;

/** Numbers and plurals for people; files and JSON never use these. */
final class Words {
    private Words() {}

    /** {@code 1 merchant}, {@code 12,345 merchants}. */
    static String counted(long count, String singular) {
        return grouped(count) + " " + singular + (count == 1 ? "" : "s");
    }

    /** {@code 12,345.67 CNY}; a currency that nobody knows has no decimals. */
    static String money(long minor, String currency) {
        return amount(minor, currency) + " " + currency;
    }

    /** {@code 12,345.67}. */
    static String amount(long minor, String currency) {
        return Amounts.grouped(minor, currency);
    }

    /** A long text for a table: at most so many characters, the last an ellipsis when something is left out. */
    static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }

    static String grouped(long count) {
        return Amounts.grouped(Long.toString(count));
    }
}
