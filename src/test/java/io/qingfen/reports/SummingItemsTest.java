package io.qingfen.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.qingfen.reports.ItemSums.Alike;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummingItemsTest {
    private static final Alike MORNING_SALE = alike("SALE", 9);

    @Test
    void putsTogetherWhatIsAlikeAndNothingElse() {
        ItemSums sums = new ItemSums();
        sums.add(MORNING_SALE, 1, 1000, 6, 4);
        sums.add(alike("REFUND", 9), 1, 300, -2, -1);
        sums.add(alike("SALE", 9), 1, 500, 3, 2);
        sums.add(alike("SALE", 10), 2, 70, 0, 0);

        assertThat(sums.items())
                .extracting(
                        Figures.Items::txnType,
                        Figures.Items::hour,
                        Figures.Items::count,
                        Figures.Items::amountMinor,
                        Figures.Items::feeMinor,
                        Figures.Items::costMinor)
                .containsExactly(
                        tuple("REFUND", 9, 1L, 300L, -2L, -1L),
                        tuple("SALE", 9, 2L, 1500L, 9L, 6L),
                        tuple("SALE", 10, 2L, 70L, 0L, 0L));
    }

    @Test
    void givesTheSameInAnyOrderOfAdding() {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            order.add(i);
        }
        List<Figures.Items> first = summed(order);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(order, new Random(round));
            assertThat(summed(order)).isEqualTo(first);
        }
    }

    @Test
    void refusesASumThatDoesNotFit() {
        ItemSums sums = new ItemSums();
        sums.add(MORNING_SALE, 1, Long.MAX_VALUE, 0, 0);

        assertThatThrownBy(() -> sums.add(MORNING_SALE, 1, 1, 0, 0)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3599, 0", "3600, 1", "86399, 23", "86400, 0", "1772445599, 9"})
    void takesTheHourOfTheTransactionsOwnTime(long txnTime, int hour) {
        assertThat(Alike.hour(txnTime)).isEqualTo(hour);
    }

    private static List<Figures.Items> summed(List<Integer> order) {
        ItemSums sums = new ItemSums();
        order.forEach(i -> sums.add(alike(i % 3 == 0 ? "SALE" : "REFUND", i % 24), 1, i, i % 7, i % 5));
        return sums.items();
    }

    private static Alike alike(String type, int hour) {
        return new Alike("CNY", type, "UNIONPAY", "DEBIT", hour, "MATCHED", "SETTLED");
    }
}
