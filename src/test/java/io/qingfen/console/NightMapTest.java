package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.console.NightCalendar.Punctuality;
import io.qingfen.console.NightCalendar.Release;
import io.qingfen.console.NightCalendar.Row;
import io.qingfen.overview.NightAccount.Day;
import io.qingfen.overview.NightAccount.Paid;
import io.qingfen.overview.NightAccounts.Headline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NightMapTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void eachNightStandsInItsWeekTheStrongerTheMoreWasPaid() {
        NightMap map = NightMap.of(List.of(
                row(MONDAY.plusDays(8), "CLOSED", Punctuality.LATE, 400),
                row(MONDAY.plusDays(7), "FAILED", Punctuality.ON_TIME, 0),
                row(MONDAY.plusDays(1), "CLOSED", Punctuality.ON_TIME, 99),
                row(MONDAY, "CLOSED", Punctuality.ON_TIME, 0)));
        assertThat(map.currency()).isEqualTo("CNY");
        assertThat(map.cells())
                .containsExactly(
                        new NightMap.Cell(MONDAY.plusDays(8), 1, 1, "level4", true, 400),
                        new NightMap.Cell(MONDAY.plusDays(7), 1, 0, "stopped", false, 0),
                        new NightMap.Cell(MONDAY.plusDays(1), 0, 1, "level1", false, 99),
                        new NightMap.Cell(MONDAY, 0, 0, "level0", false, 0));
        assertThat(map.weeks())
                .containsExactly(new NightMap.Week(0, MONDAY), new NightMap.Week(1, MONDAY.plusWeeks(1)));
    }

    @Test
    void absentDatesAreSeenOneByOneAlsoWhereTheTableCountsThem() {
        Row absent =
                new Row(MONDAY, MONDAY.plusDays(4), null, null, Punctuality.ON_TIME, null, List.of(), Release.NONE);
        assertThat(NightMap.of(List.of(absent)).cells())
                .hasSize(5)
                .extracting(NightMap.Cell::look)
                .containsOnly("absent");
    }

    @Test
    void aDateThatMayStillBeClosedInTimeIsNotAbsent() {
        Instant deadline = Instant.parse("2026-03-02T22:30:00Z");
        Row due = new Row(MONDAY, MONDAY, null, null, Punctuality.ON_TIME, deadline, List.of(), Release.NONE);
        Row over = new Row(MONDAY, MONDAY, null, null, Punctuality.LATE, deadline, List.of(), Release.NONE);
        assertThat(NightMap.of(List.of(due)).cells().get(0).look()).isEqualTo("due");
        assertThat(NightMap.of(List.of(over)).cells().get(0).look()).isEqualTo("absent");
    }

    private static Row row(LocalDate date, String state, Punctuality punctuality, long minor) {
        List<Paid> paid = minor == 0 ? List.of() : List.of(new Paid("CNY", date.plusDays(1), 1, minor));
        Headline headline = new Headline(new Day(date, state, ""), "", 1, 0, 0, paid);
        return new Row(date, date, headline, null, punctuality, null, List.of(), Release.NONE);
    }
}
