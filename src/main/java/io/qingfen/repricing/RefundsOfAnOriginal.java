package io.qingfen.repricing;

import io.qingfen.pricing.GivenBack;
import io.qingfen.reference.FeePlan.RefundFee;

/** What the refunds of one original give back of another fee, one after the other, in the order in which they cleared. */
public final class RefundsOfAnOriginal {
    private final long originalMinor;
    private final long otherFeeMinor;
    private long refundedMinor;
    private long givenBackMinor;

    /**
     * @param originalMinor its amount, more than 0
     * @param otherFeeMinor its fee under the other plans
     */
    public RefundsOfAnOriginal(long originalMinor, long otherFeeMinor) {
        this.originalMinor = originalMinor;
        this.otherFeeMinor = otherFeeMinor;
    }

    /** What the next refund of this amount gives back, minor units. */
    public long next(long refundMinor, RefundFee mode) {
        refundedMinor = Math.addExact(refundedMinor, refundMinor);
        if (mode == RefundFee.KEEP) {
            return 0;
        }
        long back = GivenBack.proportional(otherFeeMinor, refundedMinor, originalMinor, givenBackMinor);
        givenBackMinor = Math.addExact(givenBackMinor, back);
        return back;
    }
}
