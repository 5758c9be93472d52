package io.qingfen.money;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A rate in parts per million: 0.38 % is 3,800. Exact up to four decimals of a percent; never negative. */
public record Rate(int partsPerMillion) {
    public static final Rate ZERO = new Rate(0);
    private static final Pattern PERCENT = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.[0-9]{1,4})?%");

    public Rate {
        if (partsPerMillion < 0 || partsPerMillion > 1_000_000) {
            throw new IllegalArgumentException("a rate lies between 0% and 100%");
        }
    }

    /**
     * Reads {@code "0.38%"}.
     *
     * @throws IllegalArgumentException when the text has another shape, more than four decimals or is above 100 %
     */
    public static Rate parse(String text) {
        if (!PERCENT.matcher(text).matches()) {
            throw new IllegalArgumentException("not a rate like 0.38% (percent, at most 4 decimals): '" + text + "'");
        }
        return new Rate(new BigDecimal(text.substring(0, text.length() - 1))
                .movePointRight(4)
                .intValueExact());
    }

    /** For example {@code 0.38%}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(partsPerMillion, 4).stripTrailingZeros().toPlainString() + "%";
    }
}
