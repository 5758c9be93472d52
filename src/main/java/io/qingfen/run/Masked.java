package io.qingfen.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Account and card numbers as screens, logs, errors and reports may show them. */
public final class Masked {
    /** Ten digits and more, perhaps grouped by spaces or dashes, may be an account or a card. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d(?:[ -]?\\d){9,}");

    private Masked() {}

    /** First and last four of 16 and more ({@code 6222****0001}), the last quarter of fewer. */
    public static String account(String number) {
        int length = number.length();
        int tail = Math.min(4, length / 4);
        String head = length >= 16 ? number.substring(0, 4) : "";
        return head + "****" + number.substring(length - tail);
    }

    /** The text with every long run of digits masked. */
    public static String numbersIn(String text) {
        return LONG_NUMBER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(account(found.group())));
    }
}
