package io.qingfen.reports;

/** Numbers as people read them: thousands apart. Files for machines write them bare. */
final class Shown {
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
