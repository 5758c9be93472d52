package io.qingfen.reports;

import io.qingfen.money.Amounts;

/** Numbers as people read them: thousands apart. Files for machines write them bare. */
public final class Shown {
    private Shown() {}

    /** {@code 1,234,567.50 CNY}. */
    static String money(long minor, String currency) {
        return amount(minor, currency) + " " + currency;
    }

    /** {@code 1,234,567.50}, minor units of the currency. */
    static String amount(long minor, String currency) {
        return Amounts.grouped(SummaryText.amount(minor, currency));
    }

    static String count(long count) {
        return Amounts.grouped(Long.toString(count));
    }

    /** Marks that turn a line around and what else nobody sees becomes visible. */
    public static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean hidden = Character.getType(c) == Character.FORMAT || Character.isISOControl(c);
            visible.appendCodePoint(hidden ? '\ufffd' : c);
        });
        return visible.toString();
    }
}
