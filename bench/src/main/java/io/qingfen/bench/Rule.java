package io.qingfen.bench;

/**
 * A rule of a price: a condition as SQL and its figures in parts per million and minor units; the first rule whose
 * condition holds is the price. The figures are those of the generated reference files; a run whose fees differ from
 * Qingfen's by a cent fails.
 *
 * @param condition over the columns fee_plan, merchant_class, channel, card_type, card_origin, entry_mode and amount
 * @param minimum 0 for none
 * @param maximum {@link Long#MAX_VALUE} for none
 */
record Rule(String condition, Match match, long partsPerMillion, long fixed, long minimum, long maximum) {
    /** The same condition for those that price in Java. */
    interface Match {
        boolean holds(Priced row);
    }

    /** What a price depends on. */
    record Priced(
            String plan,
            String merchantClass,
            String channel,
            String cardType,
            String cardOrigin,
            String entryMode,
            long amount) {}

    static Rule of(String condition, Match match, long partsPerMillion) {
        return new Rule(condition, match, partsPerMillion, 0, 0, Long.MAX_VALUE);
    }

    Rule fixed(long minorUnits) {
        return new Rule(condition, match, partsPerMillion, minorUnits, minimum, maximum);
    }

    Rule atLeast(long minorUnits) {
        return new Rule(condition, match, partsPerMillion, fixed, minorUnits, maximum);
    }

    Rule atMost(long minorUnits) {
        return new Rule(condition, match, partsPerMillion, fixed, minimum, minorUnits);
    }

    /** Raised, capped, then rounded half up once, never above the amount; minor units. */
    long price(long amount) {
        long millionths = amount * partsPerMillion + fixed * 1_000_000;
        millionths = Math.max(millionths, minimum * 1_000_000);
        long price = maximum < Long.MAX_VALUE && millionths > maximum * 1_000_000
                ? maximum
                : (millionths + 500_000) / 1_000_000;
        return Math.min(price, amount);
    }

    /** The same in SQL. @param divide the operator of integer division */
    String sql(String divide) {
        String millionths = "amount * " + partsPerMillion + " + " + fixed * 1_000_000;
        if (minimum > 0) {
            millionths = "greatest(" + millionths + ", " + minimum * 1_000_000 + ")";
        }
        if (maximum < Long.MAX_VALUE) {
            millionths = "least(" + millionths + ", " + maximum * 1_000_000 + ")";
        }
        return "when " + condition + " then least((" + millionths + " + 500000) " + divide + " 1000000, amount)";
    }
}
