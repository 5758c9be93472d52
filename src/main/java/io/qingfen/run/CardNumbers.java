package io.qingfen.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Card numbers in texts that must hold none: logs and messages. A last resort behind the rule that nobody puts them
 * there.
 */
public final class CardNumbers {
    private static final String DIGITS = "(?<![0-9])[0-9]{13,19}(?![0-9])";

    /** As cards are printed: fours, or American Express and Diners. */
    private static final String GROUPED =
            "(?<![0-9A-Za-z])(?:[0-9]{4}([ -])[0-9]{4}\\1[0-9]{4}\\1[0-9]{1,4}(?:\\1[0-9]{1,3})?"
                    + "|3[0-9]{3}([ -])[0-9]{6}\\2[0-9]{4,5}|[0-9]{6}[ -][0-9]{13})(?![0-9A-Za-z])";

    private static final Pattern NUMBER = Pattern.compile(DIGITS + "|" + GROUPED);

    /** What numbers of fewer than 16 digits begin with when they are a card's; merchant ids have 15 digits too. */
    private static final Pattern SHORT_CARD = Pattern.compile("3[47][0-9]{13}|3[0689][0-9]{12}|4[0-9]{12}");

    private static final int USUAL_LENGTH = 16;

    private CardNumbers() {}

    /** The text with everything masked that has the length and the check digit of a card: {@code 6222****0001}. */
    public static String masked(String text) {
        return NUMBER.matcher(text).replaceAll(found -> {
            String digits = found.group().replaceAll("[ -]", "");
            return Matcher.quoteReplacement(isCard(digits) ? shown(digits) : found.group());
        });
    }

    private static boolean isCard(String digits) {
        boolean mayBe =
                digits.length() >= USUAL_LENGTH || SHORT_CARD.matcher(digits).matches();
        return mayBe && Luhn.passes(digits, 0, digits.length());
    }

    private static String shown(String digits) {
        return digits.substring(0, 4) + "****" + digits.substring(digits.length() - 4);
    }
}
