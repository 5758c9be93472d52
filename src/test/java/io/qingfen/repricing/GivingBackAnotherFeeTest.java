package io.qingfen.repricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.reference.FeePlan.RefundFee;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Refunds by parts under other plans. */
class GivingBackAnotherFeeTest {
    @Test
    void givesBackExactlyTheOtherFeeByParts() {
        Random random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            long original = 1 + random.nextInt(1_000_000);
            long fee = random.nextInt((int) original + 1);
            RefundsOfAnOriginal refunds = new RefundsOfAnOriginal(original, fee);
            long left = original;
            long back = 0;
            while (left > 0) {
                long part = 1 + random.nextInt((int) left);
                back += refunds.next(part, RefundFee.PROPORTIONAL);
                left -= part;
            }
            assertThat(back).isEqualTo(fee);
        }
    }

    @Test
    void givesNothingBackWhereTheFeeIsKept() {
        assertThat(new RefundsOfAnOriginal(10_000, 60).next(5_000, RefundFee.KEEP))
                .isZero();
    }

    /** 100.00 at 0.60; half is refunded while the fee is kept, the other half when it is not: then all is due. */
    @Test
    void makesUpForWhatWasKeptWhenThePlanStopsKeeping() {
        RefundsOfAnOriginal refunds = new RefundsOfAnOriginal(10_000, 60);
        assertThat(refunds.next(5_000, RefundFee.KEEP)).isZero();
        assertThat(refunds.next(5_000, RefundFee.PROPORTIONAL)).isEqualTo(60);
    }
}
