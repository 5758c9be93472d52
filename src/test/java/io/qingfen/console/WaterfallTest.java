package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.settlement.Line;
import io.qingfen.settlement.Lines;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaterfallTest {
    @Test
    void eachBarBeginsWhereTheOneAboveEnded() {
        Lines lines =
                Lines.NONE.plus(Line.SALES, 100_00).plus(Line.REFUNDS, -25_00).plus(Line.MERCHANT_FEES, -5_00);
        List<Waterfall.Bar> bars = Waterfall.of(lines);
        assertThat(bars).extracting(Waterfall.Bar::line).containsExactly(Line.SALES, Line.REFUNDS, Line.MERCHANT_FEES);
        assertThat(bars).extracting(Waterfall.Bar::x).containsExactly(0L, 750L, 700L);
        assertThat(bars).extracting(Waterfall.Bar::width).containsExactly(1000L, 250L, 50L);
    }

    @Test
    void anEmptyPositionHasNoBar() {
        assertThat(Waterfall.of(Lines.NONE)).isEmpty();
    }

    /** Whatever the amounts, also the largest: the lines that are seen add up, and no bar leaves the picture. */
    @Test
    void theLinesThatAreSeenAddUpToTheNet() {
        Random dice = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            Lines lines = Lines.NONE;
            for (Line line : Line.values()) {
                long size = dice.nextBoolean() ? 0 : dice.nextLong() >> dice.nextInt(5, 60);
                lines = lines.plus(line, size);
            }
            List<Waterfall.Bar> bars = Waterfall.of(lines);
            assertThat(bars.stream().mapToLong(Waterfall.Bar::minor).sum()).isEqualTo(lines.net());
            assertThat(bars).allSatisfy(bar -> assertThat(bar.x() + bar.width()).isBetween(2L, 1000L));
        }
    }
}
