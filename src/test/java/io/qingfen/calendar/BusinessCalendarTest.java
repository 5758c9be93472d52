package io.qingfen.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {
    private static final LocalDate FRI_2026_02_13 = LocalDate.of(2026, 2, 13);
    private static final LocalDate SAT_2026_02_14 = LocalDate.of(2026, 2, 14);
    private static final LocalDate SUN_2026_02_15 = LocalDate.of(2026, 2, 15);
    private static final LocalDate THU_2026_12_31 = LocalDate.of(2026, 12, 31);

    /** 2026 with Spring Festival: off from the 15th to the 23rd, the Saturday before is worked. */
    private final BusinessCalendar calendar =
            new BusinessCalendar("CN", Set.of(2026), days(SUN_2026_02_15, 9), Set.of(SAT_2026_02_14));

    @Test
    void worksOnWeekdaysAndMakeUpDays() {
        assertThat(calendar.isWorkingDay(FRI_2026_02_13)).isTrue();
        assertThat(calendar.isWorkingDay(SAT_2026_02_14)).isTrue();
        assertThat(calendar.isWorkingDay(SUN_2026_02_15)).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 17))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 28))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 3, 2))).isTrue();
    }

    @ParameterizedTest(name = "{0} of {1} counts on {2}")
    @CsvSource({
        "D0, 2026-02-14, 2026-02-14",
        "D0, 2026-02-15, 2026-02-15",
        "D1, 2026-02-14, 2026-02-15",
        "D1, 2026-02-28, 2026-03-01",
        "T1, 2026-02-13, 2026-02-14",
        "T1, 2026-02-14, 2026-02-24",
        "T1, 2026-02-20, 2026-02-24",
        "T1, 2026-03-05, 2026-03-06",
        "T1, 2026-03-06, 2026-03-09",
        "T1, 2026-03-08, 2026-03-09",
        "D0, 2026-12-31, 2026-12-31"
    })
    void givesTheValueDateOfACycle(SettlementCycle cycle, LocalDate businessDate, LocalDate valueDate) {
        assertThat(cycle.valueDate(businessDate, calendar)).isEqualTo(valueDate);
    }

    @Test
    void neverGuessesAYear() {
        for (SettlementCycle cycle : Set.of(SettlementCycle.T1, SettlementCycle.D1)) {
            assertThatThrownBy(() -> cycle.valueDate(THU_2026_12_31, calendar))
                    .isInstanceOfSatisfying(
                            MissingCalendarYear.class,
                            missing -> assertThat(missing.year()).isEqualTo(2027))
                    .hasMessageContaining("reference/calendar.yml");
        }
        assertThatThrownBy(() -> SettlementCycle.D0.valueDate(LocalDate.of(2025, 12, 31), calendar))
                .isInstanceOf(MissingCalendarYear.class);
        assertThatThrownBy(() -> SettlementCycle.D1.valueDate(LocalDate.of(2025, 12, 31), calendar))
                .isInstanceOf(MissingCalendarYear.class)
                .hasMessageContaining("2025");
        assertThatThrownBy(() -> calendar.isWorkingDay(LocalDate.of(2027, 1, 1)))
                .isInstanceOf(MissingCalendarYear.class);
    }

    @Test
    void keepsItsOwnCopyOfTheDays() {
        Set<LocalDate> off = new HashSet<>();
        BusinessCalendar copied = new BusinessCalendar("CN", Set.of(2026), off, Set.of());
        off.add(FRI_2026_02_13);

        assertThat(copied.isWorkingDay(FRI_2026_02_13)).isTrue();
    }

    private static Set<LocalDate> days(LocalDate first, int count) {
        Set<LocalDate> days = new HashSet<>();
        for (int i = 0; i < count; i++) {
            days.add(first.plusDays(i));
        }
        return days;
    }
}
