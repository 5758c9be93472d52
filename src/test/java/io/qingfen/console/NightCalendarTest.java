package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.console.NightCalendar.Punctuality;
import io.qingfen.console.NightCalendar.Release;
import io.qingfen.console.NightCalendar.Row;
import io.qingfen.overview.NightAccount.Day;
import io.qingfen.overview.NightAccounts.Headline;
import io.qingfen.overview.NightHours.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nights are to be closed by 06:30 of the next day, here in UTC. */
class NightCalendarTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = FIRST.plusDays(59);

    private static Instant at(LocalDate date, int hour) {
        return date.atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }

    private static Optional<Instant> deadline(LocalDate date) {
        return Optional.of(date.plusDays(1).atTime(6, 30).toInstant(ZoneOffset.UTC));
    }

    private static List<Headline> sixty() {
        List<Headline> headlines = new ArrayList<>();
        for (LocalDate date = LAST; !date.isBefore(FIRST); date = date.minusDays(1)) {
            headlines.add(new Headline(new Day(date, "CLOSED", ""), "", 60, 0, 0, List.of()));
        }
        return headlines;
    }

    private static List<Row> rows(Instant now, Map<LocalDate, Hours> hours, LocalDate due) {
        return new NightCalendar(NightCalendarTest::deadline, now)
                .rows(sixty(), hours, date -> List.of(), Optional.of(due));
    }

    private static Map<LocalDate, Hours> inTime() {
        Map<LocalDate, Hours> hours = new HashMap<>();
        FIRST.datesUntil(LAST.plusDays(1))
                .forEach(date -> hours.put(date, new Hours(at(date.plusDays(1), 3), at(date.plusDays(1), 4), 0, 2)));
        return hours;
    }

    @Test
    void hasARowForEachDateOfTheBooks() {
        List<Row> rows = rows(at(LAST.plusDays(1), 10), inTime(), LAST);
        assertThat(rows).hasSize(60).noneMatch(Row::absent);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.punctuality()).isEqualTo(Punctuality.ON_TIME);
            assertThat(row.release()).isEqualTo(Release.DONE);
            assertThat(row.cells()).hasSize(7);
        });
    }

    @Test
    void aDateThatShouldHaveBegunIsAbsentAndLateAfterItsDeadline() {
        LocalDate absent = LAST.plusDays(1);
        Row due = rows(at(absent.plusDays(1), 4), inTime(), absent).get(0);
        assertThat(due.absent()).isTrue();
        assertThat(due.date()).isEqualTo(absent);
        assertThat(due.punctuality()).isEqualTo(Punctuality.ON_TIME);
        assertThat(rows(at(absent.plusDays(1), 7), inTime(), absent).get(0).punctuality())
                .isEqualTo(Punctuality.LATE);
    }

    @Test
    void manyAbsentDatesAreNamedThreeAndCounted() {
        List<Row> rows = rows(at(LAST.plusDays(300), 7), inTime(), LAST.plusDays(261));
        assertThat(rows).hasSize(64);
        assertThat(rows.get(0).date()).isEqualTo(LAST.plusDays(4));
        assertThat(rows.get(0).to()).isEqualTo(LAST.plusDays(261));
        assertThat(rows.get(0).dates()).isEqualTo(258);
        assertThat(rows.subList(1, 4))
                .extracting(Row::date)
                .containsExactly(LAST.plusDays(3), LAST.plusDays(2), LAST.plusDays(1));
    }

    @Test
    void aDateThatClosedAfterItsDeadlineWasLateAndOneOfLongAgoCaughtUp() {
        Map<LocalDate, Hours> hours = inTime();
        hours.put(LAST, new Hours(at(LAST.plusDays(1), 3), at(LAST.plusDays(1), 8), 1, 2));
        hours.put(FIRST, new Hours(at(LAST, 3), at(LAST, 4), 0, 0));
        List<Row> rows = rows(at(LAST.plusDays(1), 10), hours, LAST);
        assertThat(rows.get(0).punctuality()).isEqualTo(Punctuality.LATE);
        assertThat(rows.get(0).release()).isEqualTo(Release.WAITING);
        assertThat(rows.get(59).punctuality()).isEqualTo(Punctuality.CAUGHT_UP);
        assertThat(rows.get(59).release()).isEqualTo(Release.NONE);
    }

    @Test
    void aDateThatIsNotClosedAtItsDeadlineIsLate() {
        Map<LocalDate, Hours> hours = inTime();
        hours.put(LAST, new Hours(at(LAST.plusDays(1), 3), null, 0, 0));
        assertThat(rows(at(LAST.plusDays(1), 7), hours, LAST).get(0).punctuality())
                .isEqualTo(Punctuality.LATE);
    }
}
