package io.qingfen.bench;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * What a contender made of the input. Two that did the same work are equal.
 *
 * @param pairs matched and priced
 * @param amount their sum, minor units
 * @param fee what merchants pay, minor units
 */
record Outcome(long pairs, long amount, long fee) {
    private static final String PREFIX = "outcome ";

    /** One line, for the process that started this one. */
    String line() {
        return String.format(Locale.ROOT, "%s%d %d %d", PREFIX, pairs, amount, fee);
    }

    /** Yuan with two decimals as minor units. */
    static long minor(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }

    static Outcome parse(String line) {
        String[] parts = line.substring(PREFIX.length()).trim().split(" ");
        return new Outcome(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    static boolean isLine(String line) {
        return line.startsWith(PREFIX);
    }
}
