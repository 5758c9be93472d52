package io.qingfen.scheme;

import io.qingfen.run.Masked;
import java.util.regex.Pattern;

/** Amounts as channels write them: {@code 12.3}, {@code 0}, {@code -0.05940}; never floating point. */
final class Decimal {
    private static final int MOST_WHOLE = 12;
    private static final int LONGEST_SHOWN = 40;
    private static final Pattern MOMENT =
            Pattern.compile("[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}([ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)?");

    private Decimal() {}

    /**
     * In units of this many decimals: {@code parse("12.3", 2)} is 1230.
     *
     * @throws BadRecord when the text is no such number, or has more decimals that are not 0
     */
    static long parse(String column, String text, int decimals) {
        boolean negative = text.startsWith("-");
        String plain = negative || text.startsWith("+") ? text.substring(1) : text;
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String fraction = point < 0 ? "" : plain.substring(point + 1);
        boolean wellFormed =
                isDigits(whole) && !whole.isEmpty() && isDigits(fraction) && (point < 0 || !fraction.isEmpty());
        if (!wellFormed || whole.length() > MOST_WHOLE) {
            throw new BadRecord(column + " is " + shown(text) + ", which is no amount");
        }
        for (int i = decimals; i < fraction.length(); i++) {
            if (fraction.charAt(i) != '0') {
                throw new BadRecord(column + " is " + shown(text) + ", which has more than " + decimals + " decimals");
            }
        }
        String kept = fraction.length() >= decimals
                ? fraction.substring(0, decimals)
                : fraction + "0".repeat(decimals - fraction.length());
        long value = Long.parseLong(whole + kept);
        return negative ? -value : value;
    }

    /** In quotes, short, without long numbers; a date with its time is none. */
    static String shown(String text) {
        String line = text.replaceAll("[\\p{C}\\s]+", " ");
        String cut = line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
        return "'" + (MOMENT.matcher(cut).matches() ? cut : Masked.numbersIn(cut)) + "'";
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
