package io.qingfen.reports;

/** Numbers as people read them: thousands apart. Files for machines write them bare. */
public final class Shown {
    private Shown() {}

    /** {@code 1,234,567.50 CNY}. */
    static String money(long minor, String currency) {
        return amount(minor, currency) + " " + currency;
    }

    /** {@code 1,234,567.50}, minor units of the currency. */
    static String amount(long minor, String currency) {
        return grouped(SummaryText.amount(minor, currency));
    }

    static String count(long count) {
        return grouped(Long.toString(count));
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

    private static String grouped(String plain) {
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        int begin = plain.startsWith("-") ? 1 : 0;
        StringBuilder grouped = new StringBuilder(plain);
        for (int i = end - 3; i > begin; i -= 3) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }
}
