package io.qingfen.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A night that is far smaller, larger, slower or faster than those of its weekday is told of; others are not. */
class ComparingNightsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 30);
    private static final List<NightSize> BEFORE =
            List.of(night(1000, 20), night(900, 18), night(1100, 22), night(1000, 20));

    @Test
    void isComparedWithTheSameWeekdayOfFourWeeks() {
        assertThat(NightSize.compared(MONDAY))
                .containsExactly(
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2026, 3, 9),
                        LocalDate.of(2026, 3, 16),
                        LocalDate.of(2026, 3, 23));
    }

    @Test
    void halfAndDoubleAreUsualAndOneLineBeyondIsNot() {
        assertThat(night(500, 20).unlike(BEFORE)).isEmpty();
        assertThat(night(2000, 20).unlike(BEFORE)).isEmpty();
        assertThat(night(499, 20).unlike(BEFORE)).contains("499 lines of input, usual are 1000");
        assertThat(night(2001, 20).unlike(BEFORE)).contains("2001 lines of input, usual are 1000");
        assertThat(night(0, 20).unlike(BEFORE)).contains("0 lines of input, usual are 1000");
    }

    @Test
    void aNightThatTakesMoreThanTwiceAsLongIsUnusualUnlessItIsShort() {
        assertThat(night(1000, 40).unlike(BEFORE)).isEmpty();
        assertThat(night(1000, 41).unlike(BEFORE)).contains("took 41 min, usual are 20 min");
        List<NightSize> quick = List.of(night(1000, 1), night(1000, 1), night(1000, 1));
        assertThat(night(1000, 10).unlike(quick)).isEmpty();
        assertThat(night(1000, 11).unlike(quick)).contains("took 11 min, usual are 1 min");
    }

    @Test
    void aNightThatTakesLessThanHalfAsLongIsUnusualUnlessAllAreShort() {
        assertThat(night(1000, 10).unlike(BEFORE)).isEmpty();
        assertThat(night(1000, 9).unlike(BEFORE)).contains("took 9 min, usual are 20 min");
        assertThat(night(400, 9).unlike(BEFORE))
                .contains("400 lines of input, usual are 1000; took 9 min, usual are 20 min");
        List<NightSize> quick = List.of(night(1000, 10), night(1000, 10), night(1000, 10));
        assertThat(night(1000, 0).unlike(quick)).isEmpty();
    }

    @Test
    void twoDatesSayNothingOfWhatIsUsual() {
        assertThat(night(1, 20).unlike(BEFORE.subList(0, 2))).isEmpty();
    }

    private static NightSize night(long lines, int minutes) {
        return new NightSize(MONDAY, lines, Duration.ofMinutes(minutes));
    }
}
