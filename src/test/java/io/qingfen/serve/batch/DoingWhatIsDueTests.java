package io.qingfen.serve.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.qingfen.nightly.Nights;
import io.qingfen.run.BusinessDay.State;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Notice;
import io.qingfen.run.Notice.Kind;
import io.qingfen.run.Refusal;
import io.qingfen.run.StopSignal;
import io.qingfen.schedule.ExpectedFile;
import io.qingfen.schedule.FileBoard;
import io.qingfen.schedule.FileGate;
import io.qingfen.schedule.JobDefinition;
import io.qingfen.schedule.JobDefinitions;
import io.qingfen.schedule.NightNews;
import io.qingfen.schedule.ScheduledJob;
import io.qingfen.schedule.ScheduledJobs;
import io.qingfen.schedule.Timetable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is due follows from the clock and the books; how often and when somebody asks changes nothing. */
class DoingWhatIsDueTests {
    private static final String NIGHT = "nightly-settlement";
    private static final String RESULTS = "payout-results";
    private static final LocalDate SUN_2026_03_01 = LocalDate.of(2026, 3, 1);
    private static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);

    @TempDir
    private Path home;

    private final ScheduleInMemory schedule = new ScheduleInMemory();
    private final List<LocalDate> settled = new ArrayList<>();
    private final List<FileBoard.Line> missing = new ArrayList<>();
    private final List<Instant> resultsTaken = new ArrayList<>();
    private final Deque<Refusal> inTheWay = new ArrayDeque<>();
    private JobDesk desk;
    private Lookout lookout;

    @BeforeEach
    void withBooksThatEndOnSunday() throws IOException {
        String definition = Files.readString(Path.of("jobs", RESULTS + ".yml"));
        Files.createDirectories(home.resolve("jobs"));
        Files.writeString(
                home.resolve("jobs").resolve(RESULTS + ".yml"),
                definition.replace("afterSeconds: [60, 300]", "afterSeconds: [0, 0]"));
        schedule.day(SUN_2026_03_01, State.CLOSED);
        Nights nights = nights();
        FileGate gate = mock(FileGate.class);
        when(gate.missing(any(), any())).thenAnswer(call -> List.copyOf(missing));
        DueDates due = new DueDates(nights, schedule.days, schedule.board);
        NightDuty night = new NightDuty(
                nights,
                schedule.days,
                due,
                gate,
                schedule.states,
                schedule.stops,
                new NightNews(schedule.states, dates -> List.of()),
                new StopSignal(),
                schedule.clock,
                1);
        ScheduledJobs jobs = new ScheduledJobs(new Home(home), List.of(night, results()));
        desk = new JobDesk(
                jobs,
                schedule.board,
                schedule.stops,
                schedule.starts,
                schedule.states,
                new StopSignal(),
                schedule.clock);
        lookout = new Lookout(jobs, due, schedule.days, schedule.states, schedule.stops, schedule.clock);
    }

    /** Closes a date when it is asked to run it. */
    private Nights nights() {
        Nights nights = mock(Nights.class);
        when(nights.steps())
                .thenReturn(JobDefinitions.read(new Home(home), NIGHT).steps());
        when(nights.datesUntil(any())).thenAnswer(call -> {
            LocalDate until = call.getArgument(0);
            LocalDate next = schedule.days.latestClosed().orElseThrow().plusDays(1);
            return next.isAfter(until)
                    ? List.of()
                    : next.datesUntil(until.plusDays(1)).toList();
        });
        doAnswer(call -> {
                    settled.add(call.getArgument(0));
                    schedule.day(call.getArgument(0), State.CLOSED);
                    return null;
                })
                .when(nights)
                .run(any(), anyInt());
        return nights;
    }

    private ScheduledJob results() {
        return new ScheduledJob() {
            @Override
            public String name() {
                return RESULTS;
            }

            @Override
            public List<String> steps() {
                return List.of("takePayoutResults");
            }

            @Override
            public List<String> run(JobDefinition definition, Timetable.Start start) {
                if (!inTheWay.isEmpty()) {
                    throw inTheWay.poll();
                }
                resultsTaken.add(start.at());
                return List.of();
            }
        };
    }

    @Test
    void aDateIsSettledAtItsTimeAndNotBefore() {
        at("2026-03-03T02:59:59");
        desk.look(NIGHT);
        assertThat(settled).isEmpty();

        at("2026-03-03T03:00:00");
        desk.look(NIGHT);
        desk.look(NIGHT);
        assertThat(settled).containsExactly(MON_2026_03_02);
    }

    @Test
    void missedNightsAreCaughtUpInOrder() {
        at("2026-03-06T09:00:00");
        desk.look(NIGHT);

        assertThat(settled)
                .containsExactly(
                        MON_2026_03_02,
                        MON_2026_03_02.plusDays(1),
                        MON_2026_03_02.plusDays(2),
                        MON_2026_03_02.plusDays(3));
    }

    @Test
    void aClockThatStepsBackOrForwardSettlesNothingTwice() {
        long seed = 20260303;
        SplittableRandom random = new SplittableRandom(seed);
        at("2026-03-03T00:00:00");
        Instant latest = schedule.now;
        for (int look = 0; look < 400; look++) {
            Duration step = random.nextInt(10) == 0
                    ? Duration.ofHours(random.nextInt(-30, 30))
                    : Duration.ofMinutes(random.nextInt(120));
            schedule.now = schedule.now.plus(step);
            latest = schedule.now.isAfter(latest) ? schedule.now : latest;
            desk.look(NIGHT);
        }

        LocalDate last = JobDefinitions.read(new Home(home), NIGHT)
                .timetable()
                .latest(latest)
                .orElseThrow()
                .businessDate();
        assertThat(settled)
                .as("seed %d", seed)
                .isEqualTo(MON_2026_03_02.datesUntil(last.plusDays(1)).toList());
    }

    @Test
    void aDateWaitsForItsFilesAndSaysSoOnce() {
        missing.add(line(FileBoard.State.MISSING));
        at("2026-03-03T03:00:00");
        desk.look(NIGHT);
        desk.look(NIGHT);
        assertThat(settled).isEmpty();
        assertThat(told()).containsExactly(Kind.WAITING_FOR_FILES);
        assertThat(schedule.seen.get(NIGHT).outcome()).isEqualTo("WAITING");

        missing.clear();
        at("2026-03-03T04:10:00");
        desk.look(NIGHT);
        assertThat(settled).containsExactly(MON_2026_03_02);
        assertThat(told()).containsExactly(Kind.WAITING_FOR_FILES, Kind.FILES_COMPLETE);
    }

    @Test
    void filesThatStillHaveTimeAreNoNews() {
        missing.add(line(FileBoard.State.EXPECTED));
        at("2026-03-03T03:00:00");
        desk.look(NIGHT);

        assertThat(settled).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void aSkippedDateHoldsBackTheLaterOnes() {
        schedule.stop(NIGHT, MON_2026_03_02.plusDays(1));
        at("2026-03-06T09:00:00");
        desk.look(NIGHT);
        assertThat(settled).containsExactly(MON_2026_03_02);

        schedule.stopped.clear();
        desk.look(NIGHT);
        assertThat(settled).hasSize(4).isSorted();
    }

    @Test
    void aDateThatFailedWaitsForAPerson() {
        schedule.day(MON_2026_03_02, State.FAILED);
        at("2026-03-04T03:00:00");
        desk.look(NIGHT);
        assertThat(settled).isEmpty();

        schedule.day(MON_2026_03_02, State.CLOSED);
        desk.look(NIGHT);
        assertThat(settled).containsExactly(MON_2026_03_02.plusDays(1));
    }

    @Test
    void aDateWhoseProcessDiedBeforeItSaidSoIsToldToBeClosed() {
        at("2026-03-02T12:00:00");
        desk.look(NIGHT);
        desk.look(NIGHT);

        assertThat(schedule.told)
                .extracting(Notice::kind, Notice::businessDate)
                .containsExactly(org.assertj.core.api.Assertions.tuple(Kind.CLOSED, SUN_2026_03_01));
    }

    @Test
    void aPausedJobStartsNothingAndCatchesUpWhenItIsResumed() {
        schedule.stop(NIGHT, null);
        at("2026-03-05T03:00:00");
        desk.look(NIGHT);
        assertThat(settled).isEmpty();

        schedule.stopped.clear();
        desk.look(NIGHT);
        assertThat(settled).hasSize(3);
    }

    @Test
    void newBooksBeginWithTheFirstFileThatWaits() {
        schedule.books.clear();
        at("2026-03-04T03:00:00");
        desk.look(NIGHT);
        assertThat(settled).isEmpty();

        schedule.inbox.add(MON_2026_03_02);
        desk.look(NIGHT);
        assertThat(settled).containsExactly(MON_2026_03_02, MON_2026_03_02.plusDays(1));
    }

    @Test
    void aMissedStartOfTheDayIsDoneOnce() {
        at("2026-03-03T08:00:00");
        desk.look(RESULTS);
        assertThat(resultsTaken).as("the first look of all").isEmpty();

        at("2026-03-03T14:07:00");
        desk.look(RESULTS);
        desk.look(RESULTS);
        assertThat(resultsTaken).containsExactly(shanghai("2026-03-03T14:00:00"));

        at("2026-03-03T14:15:00");
        desk.look(RESULTS);
        assertThat(resultsTaken).hasSize(2);
    }

    @Test
    void aJobOfTheDayWaitsWhileANightRuns() {
        at("2026-03-03T08:00:00");
        desk.look(RESULTS);
        at("2026-03-03T08:15:00");
        inTheWay.add(new Refusal(Exit.LEASE_HELD, "a night runs"));
        desk.look(RESULTS);
        assertThat(resultsTaken).isEmpty();
        assertThat(told()).isEmpty();

        desk.look(RESULTS);
        assertThat(resultsTaken).hasSize(1);
    }

    @Test
    void aTransientFaultIsTriedAgainAsTheDefinitionSaysAndThenTold() {
        at("2026-03-03T08:00:00");
        desk.look(RESULTS);
        at("2026-03-03T08:15:00");
        transientFaults(2);
        desk.look(RESULTS);
        assertThat(resultsTaken).hasSize(1);
        assertThat(told()).isEmpty();

        at("2026-03-03T08:30:00");
        transientFaults(3);
        desk.look(RESULTS);
        assertThat(resultsTaken).hasSize(1);
        assertThat(told()).containsExactly(Kind.FAILED);

        at("2026-03-03T08:45:00");
        desk.look(RESULTS);
        assertThat(told()).containsExactly(Kind.FAILED, Kind.RECOVERED);
    }

    @Test
    void whatIsLateIsToldOncePerDeadline() {
        for (String time : List.of("04:59:00", "05:00:00", "05:30:00", "06:29:59", "06:30:00", "09:00:00")) {
            at("2026-03-03T" + time);
            lookout.look();
        }
        assertThat(told()).containsExactly(Kind.ABSENT, Kind.LATE);
        assertThat(schedule.told).extracting(Notice::businessDate).containsOnly(MON_2026_03_02);
    }

    @Test
    void aDateThatRunsAtTheTimeOfTheWarningIsDueSoon() {
        schedule.day(MON_2026_03_02, State.OPEN);
        at("2026-03-03T05:00:00");
        lookout.look();

        assertThat(told()).containsExactly(Kind.DUE_SOON);
    }

    @Test
    void aDateThatIsClosedIsNotLate() {
        schedule.day(MON_2026_03_02, State.CLOSED);
        at("2026-03-03T09:00:00");
        lookout.look();

        assertThat(told()).isEmpty();
    }

    private void transientFaults(int count) {
        for (int fault = 0; fault < count; fault++) {
            inTheWay.add(new Refusal(Exit.TRANSIENT, "the database does not answer"));
        }
    }

    /** What was told, except that dates are closed. */
    private List<Kind> told() {
        return schedule.told.stream()
                .map(Notice::kind)
                .filter(kind -> kind != Kind.CLOSED)
                .toList();
    }

    private static FileBoard.Line line(FileBoard.State state) {
        ExpectedFile expected = new ExpectedFile(
                "AUTHORIZATIONS",
                "authorizations_yyyyMMdd_NN.csv",
                "authorization host",
                1,
                Optional.of(LocalTime.of(2, 45)));
        return new FileBoard.Line(expected, Optional.empty(), state, List.of());
    }

    private void at(String local) {
        schedule.now = shanghai(local);
    }

    private static Instant shanghai(String local) {
        return Instant.parse(local + "Z").minus(Duration.ofHours(8));
    }
}
