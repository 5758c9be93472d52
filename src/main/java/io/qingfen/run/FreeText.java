package io.qingfen.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write about their acts: reasons and comments. It is kept for years and shown to many. */
public final class FreeText {
    /** Digits, perhaps grouped by single spaces or dashes, that are not part of a word. */
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z])[0-9](?:[ -]?[0-9]){12,}(?![0-9A-Za-z])");

    /** What numbers of fewer than 16 digits begin with when they are a card's; merchant ids have 15 digits too. */
    private static final Pattern SHORT_CARD = Pattern.compile("3[47][0-9]{13}|3[0689][0-9]{12}|4[0-9]{12}");

    private static final int LONGEST_CARD = 19;
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 500;

    private FreeText() {}

    /**
     * Why somebody does what is given with {@code --reason}, without the spaces around it.
     *
     * @param text null counts as empty
     * @throws Refusal with exit 2 when it is too short or too long, not on one line, or holds a full number
     */
    public static String reason(String text) {
        String reason = text == null ? "" : text.strip();
        int length = reason.codePointCount(0, reason.length());
        if (length < SHORTEST_REASON
                || length > LONGEST_REASON
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "--reason: needs " + SHORTEST_REASON + " to " + LONGEST_REASON
                            + " characters on one line; say why, an auditor will ask");
        }
        return withoutNumbersOfCards("--reason", reason);
    }

    /**
     * One line, or nothing.
     *
     * @param what the option that the text was given with, for the message
     * @param longest characters that are kept
     * @throws Refusal with exit 2 when it is longer, not on one line, or holds a full number
     */
    public static String line(String what, String text, int longest) {
        if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, what + ": takes one line of " + longest + " characters at most");
        }
        return withoutNumbersOfCards(what, text);
    }

    /**
     * @param what the option that the text was given with, for the message
     * @return the text
     * @throws Refusal with exit 2 when the text holds a full card or account number, which may be kept nowhere
     */
    public static String withoutNumbersOfCards(String what, String text) {
        Matcher numbers = NUMBER.matcher(text);
        while (numbers.find()) {
            String digits = numbers.group().replaceAll("[ -]", "");
            boolean grouped = digits.length() < numbers.group().length();
            if (isLong(digits, grouped)
                    || SHORT_CARD.matcher(digits).matches() && Luhn.passes(digits, 0, digits.length())) {
                throw new Refusal(
                        Exit.USAGE_OR_REFERENCE,
                        what + ": holds what looks like the full number of a card or an account, "
                                + digits.substring(0, 4)
                                + "****" + digits.substring(digits.length() - 4)
                                + "; such numbers are kept nowhere: write its last four digits");
            }
        }
        return text;
    }

    /** Dates and ids that stand side by side may look like one grouped number; a card's has a check digit. */
    private static boolean isLong(String digits, boolean grouped) {
        return digits.length() >= 16
                && (!grouped || digits.length() <= LONGEST_CARD && Luhn.passes(digits, 0, digits.length()));
    }
}
