package io.qingfen.intake;

import io.qingfen.money.Currency;

/** Every code of three capital letters has a number, AAA is 0 and ZZZ 17,575: finds a currency without a String. */
final class CurrencyCodes {
    private static final Currency[] BY_NUMBER = new Currency[26 * 26 * 26];

    static {
        for (int number = 0; number < BY_NUMBER.length; number++) {
            BY_NUMBER[number] = Currency.find(text(number));
        }
    }

    private CurrencyCodes() {}

    /** Null when ISO 4217 knows none. */
    static Currency find(int number) {
        return BY_NUMBER[number];
    }

    static int numberOf(Currency currency) {
        String code = currency.code();
        return ((code.charAt(0) - 'A') * 26 + code.charAt(1) - 'A') * 26 + code.charAt(2) - 'A';
    }

    private static String text(int number) {
        char[] letters = {
            (char) ('A' + number / 676), (char) ('A' + number / 26 % 26), (char) ('A' + number % 26),
        };
        return new String(letters);
    }
}
