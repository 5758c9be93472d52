package io.qingfen.generator;

import java.time.LocalDate;

/**
 * One date of a market: gives each terminal its {@link Shift}.
 *
 * @param firstDate nothing happened before it
 */
record Day(Market market, LocalDate date, LocalDate firstDate, FaultMix mix, SchemeMix schemes, long seed) {
    private static final int DAYS = 2;
    private static final int RRNS_A_SLOT = 4;
    private static final long RRN_DAYS = 400;
    private static final long RRNS_A_DAY = 2_500_000_000L;

    static Day of(Market market, LocalDate date, LocalDate firstDate, FaultMix mix, SchemeMix schemes, long seed) {
        return new Day(market, date, firstDate, mix, schemes, Dice.mix(seed, DAYS));
    }

    /** The most transactions that still have reference numbers of their own. */
    static long mostTransactions() {
        return RRNS_A_DAY / RRNS_A_SLOT;
    }

    boolean isFirst() {
        return !date.isAfter(firstDate);
    }

    /** The day so many dates before, after when negative; only meaningful when it does not lie before the first. */
    Day before(int days) {
        return new Day(market, date.minusDays(days), firstDate, mix, schemes, seed);
    }

    boolean reachesBack(int days) {
        return !date.minusDays(days).isBefore(firstDate);
    }

    Shift shift(Stand stand) {
        return new Shift(this, stand);
    }

    long epochDay() {
        return date.toEpochDay();
    }

    /** Seed of everything on this date. */
    long daySeed() {
        return Dice.mix(seed, epochDay());
    }

    /** Twelve digits, unlike every other of 400 days. */
    long rrn(long slot, int record) {
        return epochDay() % RRN_DAYS * RRNS_A_DAY + slot * RRNS_A_SLOT + record;
    }
}
