package io.qingfen.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every local time of the schedule is one start, on each day of the year, wherever the clock jumps. */
class KeepingTheTimetableTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 2 * 365;

    /** 02:30 does not exist on the day of the gap and comes twice on the day of the overlap, in both zones 01:30 too. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 0 30 2 * * ?",
        "Europe/Berlin, 0 0 2 * * ?",
        "Europe/Berlin, 0 0 3 * * ?",
        "America/New_York, 0 30 2 * * ?",
        "America/New_York, 0 30 1 * * ?",
        "America/New_York, 0 0 3 * * ?",
        "Asia/Shanghai, 0 0 3 * * ?"
    })
    void everyBusinessDateHasOneStartThroughGapAndOverlap(String zone, String cron) {
        Timetable timetable = new Timetable(cron, ZoneId.of(zone));
        List<LocalDate> dates = new ArrayList<>();
        Instant now = FIRST.atStartOfDay(ZoneId.of(zone)).toInstant();
        for (int day = 0; day < DAYS; day++) {
            Timetable.Start next = timetable.next(now).orElseThrow();
            assertThat(next.at()).isAfter(now);
            dates.add(next.businessDate());
            now = next.at();
        }

        assertThat(dates)
                .isEqualTo(
                        FIRST.minusDays(1).datesUntil(FIRST.plusDays(DAYS - 1L)).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29T02:30, 2026-03-29T01:30:00Z",
        "Europe/Berlin, 2026-10-25T02:30, 2026-10-25T00:30:00Z",
        "America/New_York, 2026-03-08T02:30, 2026-03-08T07:30:00Z",
        "Asia/Shanghai, 2026-03-08T02:30, 2026-03-07T18:30:00Z"
    })
    void aTimeThatTheClockJumpsOverComesAfterTheJumpAndOneThatComesTwiceTheFirstTime(
            String zone, LocalDateTime local, Instant at) {
        Timetable timetable = new Timetable("0 30 2 * * ?", ZoneId.of(zone));

        assertThat(timetable.next(at.minusSeconds(1))).contains(new Timetable.Start(local, at));
        assertThat(timetable.latest(at)).contains(new Timetable.Start(local, at));
        assertThat(timetable.latest(at.plus(Duration.ofHours(20)))).contains(new Timetable.Start(local, at));
    }

    /** Whatever the clock says, the last start before it and the first after it have nothing between them. */
    @ParameterizedTest
    @CsvSource({"Europe/Berlin", "America/New_York", "Asia/Shanghai"})
    void theLastStartAndTheNextFollowEachOther(String zone) {
        long seed = 20260329;
        SplittableRandom random = new SplittableRandom(seed);
        Timetable timetable = new Timetable("0 0/15 0-4 * * ?", ZoneId.of(zone));
        Instant begin = FIRST.atStartOfDay(ZoneId.of(zone)).toInstant();
        for (int round = 0; round < 500; round++) {
            Instant now = begin.plusSeconds(random.nextLong(365L * 24 * 3600));
            Timetable.Start latest = timetable.latest(now).orElseThrow();
            Timetable.Start next = timetable.next(now).orElseThrow();
            assertThat(latest.at()).as("seed %d, %s", seed, now).isBeforeOrEqualTo(now);
            assertThat(next.at()).as("seed %d, %s", seed, now).isAfter(now);
            assertThat(timetable.next(latest.at())).as("seed %d, %s", seed, now).contains(next);
        }
    }

    @Test
    void aStartThatWasDaysAgoIsStillFound() {
        Timetable monthly = new Timetable("0 0 4 1 * ?", ZoneId.of("Asia/Shanghai"));

        assertThat(monthly.latest(Instant.parse("2026-03-30T00:00:00Z"))
                        .orElseThrow()
                        .local())
                .isEqualTo(LocalDateTime.parse("2026-03-01T04:00"));
    }

    @Test
    void aScheduleThatHasEndedHasNoNextStart() {
        Timetable once = new Timetable("0 0 4 1 3 ? 2026", ZoneId.of("Asia/Shanghai"));

        assertThat(once.next(Instant.parse("2026-03-30T00:00:00Z"))).isEmpty();
    }

    @Test
    void refusesWhatIsNoSchedule() {
        assertThatThrownBy(() -> new Timetable("0 0 25 * * ?", ZoneId.of("UTC")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
