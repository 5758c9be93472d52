package io.qingfen.pricing;

import io.qingfen.money.Rounding;

/**
 * What a refund gives back of a fee or cost: {@code total × refunded so far including this / original}, HALF_UP, less
 * what earlier refunds gave back already. A full refund by parts returns exactly the whole.
 */
public final class GivenBack {
    private GivenBack() {}

    /**
     * Minor units, 0 or more.
     *
     * @param totalMinor fee or cost of the original
     * @param refundedMinor refunds so far, this one included
     * @param originalMinor amount of the original, more than 0
     * @param alreadyMinor given back by earlier refunds
     */
    public static long proportional(long totalMinor, long refundedMinor, long originalMinor, long alreadyMinor) {
        return Math.subtractExact(Rounding.proportionHalfUp(totalMinor, refundedMinor, originalMinor), alreadyMinor);
    }
}
