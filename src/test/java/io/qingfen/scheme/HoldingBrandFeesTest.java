package io.qingfen.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import io.qingfen.scheme.SchemeRecord.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HoldingBrandFeesTest {
    private static final int SEEDS = 300;

    @Test
    void aReversalUnderTheKeyOfItsOriginalHasItsOwnFee() {
        SchemeRecord sale = record(1, "k", false, 4_500);
        SchemeRecord undone = record(2, "k", true, -4_500);
        BrandFees fees = BrandFees.of(
                Currency.CNY,
                List.of(sale, undone),
                List.of(fee(1, "k", true, 4_500, -2), fee(2, "k", false, 4_500, 2)));
        assertThat(fees.alone()).isEmpty();
        assertThat(fees.of(sale).feeMinor()).isEqualTo(2);
        assertThat(fees.of(undone).feeMinor()).isEqualTo(-2);
        assertThat(fees.minor()).isZero();
    }

    @Test
    void aRecordWithoutAKeyTakesNone() {
        SchemeRecord record = record(1, "", false, 100);
        BrandFees fees = BrandFees.of(Currency.CNY, List.of(record), List.of(fee(1, "", false, 100, 1)));
        assertThat(fees.of(record)).isNull();
        assertThat(fees.alone()).extracting(BrandFees.Alone::why).containsExactly(BrandFees.Why.NO_RECORD);
    }

    /** Few keys and few amounts, so that most of them meet: nothing is used twice, nothing is lost. */
    @Test
    void everyFeeIsOfOneRecordOrAloneAndNoRecordHasTwo() {
        int fitting = 0;
        int alone = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<SchemeRecord> records = new ArrayList<>();
            List<BrandFee> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                boolean back = random.nextInt(4) == 0;
                records.add(record(i, "k" + random.nextInt(5), back, (back ? -1 : 1) * (1 + random.nextInt(2))));
                all.add(fee(i, "k" + random.nextInt(6), random.nextInt(4) == 0, 1 + random.nextInt(2), 1 + i));
            }
            BrandFees fees = BrandFees.of(Currency.CNY, records, all);
            List<BrandFee> used = new ArrayList<>();
            for (SchemeRecord record : records) {
                BrandFee fee = fees.of(record);
                if (fee != null) {
                    assertThat(fee.schemeRef()).as("seed %d", seed).isEqualTo(record.schemeRef());
                    assertThat(fee.reversal()).isEqualTo(record.isReversal());
                    assertThat(fee.amountMinor()).isEqualTo(Math.abs(record.amountMinor()));
                    used.add(fee);
                }
            }
            fitting += used.size();
            alone += fees.alone().size();
            fees.alone().forEach(one -> used.add(one.fee()));
            assertThat(used).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(all);
            assertThat(fees.minor()).isEqualTo(78);
            assertThat(fees.count()).isEqualTo(12);
        }
        assertThat(fitting).isGreaterThan(SEEDS);
        assertThat(alone).isGreaterThan(SEEDS);
    }

    private static SchemeRecord record(int line, String ref, boolean reversal, long minor) {
        return new SchemeRecord(
                new Place(1, line),
                reversal ? TxnType.REVERSAL : TxnType.SALE,
                TxnType.SALE,
                ref,
                "",
                "",
                "r" + line,
                "t",
                "m",
                minor,
                null,
                Currency.CNY,
                0,
                "",
                "");
    }

    private static BrandFee fee(int line, String ref, boolean reversal, long amount, long fee) {
        return new BrandFee(new Place(2, line), ref, reversal, "", "", "", amount, fee, Currency.CNY, "", "");
    }
}
