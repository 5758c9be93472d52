package io.qingfen.reports;

import io.qingfen.money.Amounts;
import io.qingfen.money.Rounding;

/** Shares as decimal text, computed in integers and rounded half up. */
public final class Ratios {
    private static final int SHARE_DIGITS = 4;
    private static final long SHARE_SCALE = 10_000;
    private static final int BP_DIGITS = 2;
    private static final long BP_SCALE = 1_000_000;

    private Ratios() {}

    /** {@code share(1, 3)} is {@code 0.3333}; null without a whole. */
    public static String share(long part, long whole) {
        return whole <= 0 ? null : Amounts.format(Rounding.proportionHalfUp(part, SHARE_SCALE, whole), SHARE_DIGITS);
    }

    /** Basis points: {@code basisPoints(3, 1000)} is {@code 30.00}; null without a whole. */
    public static String basisPoints(long part, long whole) {
        return whole <= 0 ? null : Amounts.format(Rounding.proportionHalfUp(part, BP_SCALE, whole), BP_DIGITS);
    }
}
