package io.qingfen.scheme;

import io.qingfen.money.Currency;

/**
 * The master control of a source, a date and a currency, in minor units: {@code own − carried in + carried out + disputes
 * + long − short = scheme}. What is carried is what records of the scheme wait for, less what items of ours wait for.
 *
 * @param carriedIn carried at the begin of the date
 * @param carriedOut carried at its end
 * @param longs what the scheme pays beyond our books; what turned out to be right later comes back with the other sign
 * @param shorts what the scheme does not pay of our books
 */
public record MasterControl(
        Currency currency,
        Line own,
        Line carriedIn,
        Line carriedOut,
        Line disputes,
        Line longs,
        Line shorts,
        Line scheme) {

    /** How many, and how much. */
    public record Line(long count, long minor) {
        public static final Line NONE = new Line(0, 0);

        public Line plus(long more, long minor) {
            return new Line(count + more, Math.addExact(this.minor, minor));
        }
    }

    /** Left side less right side; 0 when it is closed. */
    public long difference() {
        long left = Math.subtractExact(own.minor(), carriedIn.minor());
        left = Math.addExact(left, carriedOut.minor());
        left = Math.addExact(left, disputes.minor());
        left = Math.addExact(left, longs.minor());
        left = Math.subtractExact(left, shorts.minor());
        return Math.subtractExact(left, scheme.minor());
    }
}
