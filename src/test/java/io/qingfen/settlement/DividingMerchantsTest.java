package io.qingfen.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.Snapshots;
import java.util.List;
import org.junit.jupiter.api.Test;

class DividingMerchantsTest {

    @Test
    void leavesNoIdOut() {
        List<MerchantRange> ranges = MerchantRange.of(Snapshots.merchants(List.of("A", "B", "C", "D", "E")), 2);
        assertThat(ranges)
                .containsExactly(
                        new MerchantRange(0, "", "C"), new MerchantRange(1, "C", "E"), new MerchantRange(2, "E", "~"));
        for (String id : List.of("0", "A", "AA", "B", "Bz", "C", "E", "zzzzzzzzzzzzzzz")) {
            assertThat(ranges.stream().filter(range -> range.contains(id))).hasSize(1);
        }
    }

    @Test
    void makesOneRangeOfFewOrNoMerchants() {
        assertThat(MerchantRange.of(List.of(), 2)).containsExactly(new MerchantRange(0, "", "~"));
        assertThat(MerchantRange.of(Snapshots.merchants(List.of("A", "B")), 2))
                .containsExactly(new MerchantRange(0, "", "~"));
    }

    @Test
    void namesRangesInTheirOrder() {
        assertThat(new MerchantRange(7, "", "~").name()).isEqualTo("merchants-00007");
    }
}
