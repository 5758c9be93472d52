package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.run.Exit;
import io.qingfen.run.jdbc.DatabaseSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;

/**
 * The program dies at every place of a night and at random moments, and is started again until the date is closed: the
 * bytes are those of an undisturbed night and every invariant holds. Its deaths are simulated, see {@link MortalProcess};
 * {@link SurvivingKillsTest} halts real processes.
 */
@OnBothDatabases
class DyingAtEveryPointTest {
    private static final int RANDOM_DEATHS = 20;

    /** Before and after each step, and at each commit: of partitions, of what ends a partitioned step, of others. */
    private static final Pattern BOUNDARIES =
            Pattern.compile("[a-zA-Z]+:(before|after)|.*:before-commit|.*:after-commit");
    /** On either side of the moment in which a file stands under its name. */
    private static final Pattern NAMES = Pattern.compile("(file|name)-(before|after)(-rename)?");

    private static Map<String, String> expected;
    private final TestDatabase database;

    DyingAtEveryPointTest(TestDatabase database) {
        assumeTrue(Soak.wants(database));
        this.database = database;
    }

    @BeforeAll
    static void playUndisturbed() {
        expected = MortalProcess.undisturbed(Nightly.FIRST);
    }

    @Test
    void onceAtEveryStepBoundaryAndAtEveryCommitBeforeAndAfter() throws Exception {
        // 11 steps with three places each, one of them between partitions, and at least 20 partitions with two.
        assertThat(deathsAt(BOUNDARIES)).isGreaterThan(70);
    }

    /** Files are the same business on both databases. */
    @Test
    void onBothSidesOfTheNameOfAFile() throws Exception {
        assumeTrue(Soak.isOn() || database == TestDatabase.H2);
        assertThat(deathsAt(NAMES)).isGreaterThan(15);
    }

    @Test
    void twentyTimesAtRandomMomentsOfOneNight() throws Exception {
        SplittableRandom random = new SplittableRandom(Soak.SEED);
        ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
        Story story = new Story();
        try {
            for (int start = 0; start <= RANDOM_DEATHS && !story.isDone(); start++) {
                boolean last = start == RANDOM_DEATHS;
                // A night takes some hundred milliseconds; it must get on a little between two deaths.
                long after = 20 + random.nextInt(150);
                story.start((process, point, what) -> {}, process -> {
                    if (!last) {
                        killer.schedule(process::cutOff, after, TimeUnit.MILLISECONDS);
                    }
                });
            }
        } finally {
            killer.shutdownNow();
        }
        System.out.printf("%s: %d deaths at random moments, seed %d%n", database, story.deaths, Soak.SEED);
        story.requireAsUndisturbed();
        assertThat(story.deaths).as("seed %d", Soak.SEED).isGreaterThan(RANDOM_DEATHS / 4);
    }

    /** Found by deaths at random moments: no start of the date came further any more. */
    @Test
    void betweenTheTwoRecordsWithWhichSpringBatchBegins() throws Exception {
        Story story = new Story();
        story.start((process, point, what) -> {}, process -> {
            process.part(JobRepository.class)
                    .createJobInstance(
                            "nightly-settlement",
                            new JobParametersBuilder()
                                    .addLocalDate("businessDate", Nightly.FIRST)
                                    .toJobParameters());
        });
        story.requireAsUndisturbed();
    }

    /** How often it died; once at each place that the pattern names and at each thing that passes it. */
    private int deathsAt(Pattern places) throws Exception {
        Set<String> struck = ConcurrentHashMap.newKeySet();
        Story story = new Story();
        while (!story.isDone()) {
            story.start(
                    (process, point, what) -> {
                        if (places.matcher(point).matches()
                                && isChosen(point, what)
                                && struck.add(point + " " + what)) {
                            process.die();
                        }
                    },
                    process -> {});
        }
        System.out.printf("%s: %d deaths at %s%n", database, story.deaths, places);
        story.requireAsUndisturbed();
        return story.deaths;
    }

    /** Of files all that go to banks and every sixth of the others, always the same; with a soak all. */
    private static boolean isChosen(String point, String what) {
        boolean other = NAMES.matcher(point).matches() && !what.contains("pain001");
        return !other || Soak.isOn() || Math.floorMod(what.hashCode(), 6) == 0;
    }

    /** One date on books of its own, started again and again. */
    private final class Story {
        private final Path home = Nightly.home();
        private final DatabaseSettings books = database.freshSettings();
        private int deaths;
        private boolean closed;

        boolean isDone() {
            return closed;
        }

        void start(MortalProcess.Plan plan, java.util.function.Consumer<MortalProcess> beside) {
            try (MortalProcess process = new MortalProcess(home, books)) {
                if (process.isClosed(Nightly.FIRST)) {
                    closed = true;
                    return;
                }
                // Asked before anything can strike: on a busy machine death is quicker than this thread.
                boolean begun = process.hasBegun(Nightly.FIRST);
                beside.accept(process);
                Exit exit = process.run(Nightly.FIRST, begun, plan);
                closed = exit == Exit.DONE;
                deaths += closed ? 0 : 1;
            }
        }

        void requireAsUndisturbed() throws Exception {
            assertThat(closed).isTrue();
            assertThat(Nightly.outbox(home)).isEqualTo(expected);
            try (Connection connection = DriverManager.getConnection(books.url(), books.user(), books.password())) {
                Invariants.hold(connection, home, Nightly.FIRST);
            }
        }
    }
}
