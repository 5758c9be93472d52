package io.qingfen.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Notice;
import io.qingfen.run.Refusal;
import io.qingfen.schedule.JobDefinition.Deadline;
import io.qingfen.schedule.JobDefinition.Notification;
import io.qingfen.schedule.JobDefinition.StartsWhen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything a definition says is taken at its word, and a word that is not known is refused with its line. */
class ReadingJobDefinitionsTest {
    private static final String NAME = "nightly-settlement";
    private static final String SHIPPED = shipped();

    @TempDir
    private Path home;

    static Stream<String> shippedJobs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("jobs"))) {
            return files
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".yml"))
                    .map(name -> name.replace(".yml", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shippedJobs")
    void everyShippedDefinitionIsSound(String name) {
        assertThat(JobDefinitions.read(new Home(home), name).name()).isEqualTo(name);
    }

    @Test
    void everyDefinitionBelongsToAJobAndEveryJobHasOne() throws IOException {
        assertThat(shippedJobs().toList()).isEqualTo(JobDefinitions.SHIPPED);
    }

    @Test
    void theNightIsReadWhole() {
        JobDefinition night = JobDefinitions.read(new Home(home), NAME);

        assertThat(night.steps()).hasSize(11).startsWith("openBusinessDate").endsWith("closeBusinessDate");
        assertThat(night.timetable()).isEqualTo(new Timetable("0 0 3 * * ?", ZoneId.of("Asia/Shanghai")));
        assertThat(night.startsWhen()).isEqualTo(StartsWhen.EVERY_EARLIER_DATE_IS_CLOSED);
        assertThat(night.expectedFiles())
                .containsExactly(
                        new ExpectedFile(
                                "TERMINAL_BATCHES",
                                "terminal-batches_yyyyMMdd_NN.csv",
                                "terminal platform",
                                1,
                                Optional.of(LocalTime.of(2, 45))),
                        new ExpectedFile(
                                "AUTHORIZATIONS",
                                "authorizations_yyyyMMdd_NN.csv",
                                "authorization host",
                                1,
                                Optional.of(LocalTime.of(2, 45))));
        assertThat(night.onRefusedFile()).isEqualTo("stop");
        assertThat(night.deadline()).contains(new Deadline(LocalTime.of(5, 0), LocalTime.of(6, 30)));
        assertThat(night.retryAfterSeconds()).containsExactly(5, 30, 120);
        assertThat(night.notifications())
                .contains(new Notification(Notice.Kind.CONTROL_OPEN, List.of("ops", "finance")))
                .contains(new Notification(Notice.Kind.CLOSED, List.of("finance")));
    }

    @Test
    void namesOfFilesAreThoseOfTheDate() {
        ExpectedFile results = new ExpectedFile(
                "PAYOUT_RESULTS", "payout-results_yyyyMMdd_NN.xml or .csv", "bank", 0, Optional.empty());
        var names = results.namesOf(LocalDate.of(2026, 3, 2)).asMatchPredicate();

        assertThat(names).accepts("payout-results_20260302_01.xml", "payout-results_20260302_00001.csv");
        assertThat(names)
                .rejects(
                        "payout-results_20260303_01.xml",
                        "payout-results_20260302_1.xml",
                        "payout-results_20260302_01.txt",
                        "payout-results_20260302_01.xml.part");
    }

    @Test
    void aFileInTheHomeReplacesTheShippedDefinition() throws IOException {
        own(SHIPPED.replace("afterSeconds: [5, 30, 120]", "afterSeconds: [7]"));

        assertThat(JobDefinitions.read(new Home(home), NAME).retryAfterSeconds())
                .containsExactly(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "cron: \"0 0 3 * * ?\" | cron: \"at three\" | cron is 'at three', which is no schedule",
                "zone: Asia/Shanghai | zone: Asia/Nowhere | zone 'Asia/Nowhere' is not a time zone",
                "days: every calendar day | days: working days | days 'working days' is not every calendar day",
                "startsWhen: every earlier date is closed | startsWhen: soon | startsWhen 'soon' is not every earlier",
                "startsWhen: every earlier date is closed | x: y | startsWhen is missing",
                "atLeast: 1, latestArrival: \"02:45\"} | atLeast: one, latestArrival: \"02:45\"} | atLeast 'one' is not a whole number",
                "atLeast: 1, latestArrival: \"02:45\"} | atLeast: 1} | latestArrival is missing",
                "latestArrival: \"02:45\" | latestArrival: \"25:45\" | latestArrival '25:45' is not a time of day",
                "name: authorizations_yyyyMMdd_NN.csv | name: auth.csv | name 'auth.csv' is not kind_yyyyMMdd_NN.csv",
                "onRefusedFile: stop | onRefusedFile: perhaps | onRefusedFile 'perhaps' is not stop or continue",
                "warn: \"05:00\" | warn: five | warn 'five' is not a time of day",
                "late: \"06:30\" | late: \"04:30\" | late is before warn",
                "afterSeconds: [5, 30, 120] | afterSeconds: [soon] | afterSeconds 'soon' is not a whole number",
                "afterSeconds: [5, 30, 120] | afterSeconds: 5 | afterSeconds is not a list",
                "{on: failed, to: ops} | {on: lost, to: ops} | on 'lost' is not failed or recovered",
                "{on: failed, to: ops} | {on: failed} | to is missing",
                "steps: | stepz: | steps is missing",
                "retries: | retires: | 'retires' is not known here; known: deadline, description",
                "type: date | type: day | type 'day' is not date or integer",
                "name: nightly-settlement | name: nightly | name 'nightly' is not nightly-settlement",
                "retries: | name: nightly-settlement\\nretries: | name stands twice"
            })
    void aWordThatIsNotKnownIsRefusedWithItsLine(String word, String other, String problem) throws IOException {
        assertThat(SHIPPED).contains(word);
        Path file = own(SHIPPED.replace(word, other.replace("\\n", "\n")));

        assertThatThrownBy(() -> JobDefinitions.read(new Home(home), NAME))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.exit()).isEqualTo(Exit.USAGE_OR_REFERENCE);
                    assertThat(refusal.problems())
                            .anyMatch(text -> text.matches("\\Q" + file + "\\E:[0-9]+: .*") && text.contains(problem));
                });
    }

    @ParameterizedTest
    @CsvSource({"steps: [one", "just words", "''", "'- a\n- list'"})
    void whatIsNoDefinitionIsRefusedWithItsFile(String text) throws IOException {
        Path file = own(text);

        assertThatThrownBy(() -> JobDefinitions.read(new Home(home), NAME))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(file + ":");
    }

    private Path own(String text) throws IOException {
        Path file = home.resolve("jobs").resolve(NAME + ".yml");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String shipped() {
        try {
            return Files.readString(Path.of("jobs", NAME + ".yml"));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
