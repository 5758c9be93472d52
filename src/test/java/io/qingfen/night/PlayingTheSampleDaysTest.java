package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.QingfenApplication;
import io.qingfen.cli.PlayedActs;
import io.qingfen.nightly.Nights;
import io.qingfen.reports.Reports;
import io.qingfen.repricing.Comparison;
import io.qingfen.repricing.WhatIf;
import io.qingfen.verify.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Every story of sample-files/days comes out as it was reckoned by hand: all tables, and the plain-text ledger. */
class PlayingTheSampleDaysTest {
    private static final CSVFormat WITH_HEADER =
            CSVFormat.RFC4180.builder().setHeader().get();

    @TempDir
    Path folder;

    static List<Path> days() throws IOException {
        return children(Path.of("sample-files", "days"));
    }

    @ParameterizedTest
    @MethodSource("days")
    void givesWhatTheStoryTells(Path day) throws IOException {
        Path home = folder.resolve("home");
        FileSystemUtils.copyRecursively(day.resolve("home"), home);
        List<Path> dates = children(day.resolve("expected"));
        PlayedActs acts = PlayedActs.of(day);
        try (ConfigurableApplicationContext program =
                new SpringApplication(QingfenApplication.class).run("--qingfen.home=" + home)) {
            for (Path date : dates) {
                program.getBean(Nights.class).run(LocalDate.parse(name(date)), 1);
                acts.after(LocalDate.parse(name(date)), home, program);
            }
            int sums = 0;
            for (Path date : dates) {
                assertThat(program.getBean(Verification.class)
                                .of(LocalDate.parse(name(date)))
                                .differences())
                        .isEmpty();
                sums += ReportsAndFiles.requireAgreement(
                        program.getBean(Reports.class), home, LocalDate.parse(name(date)));
            }
            assertThat(sums)
                    .as("sums of reports that were reckoned again from files")
                    .isGreaterThan(20);
            requireNoDifferenceUnderTheSamePlans(program, home, dates);
        }
        for (Path date : dates) {
            for (Path table : tables(date)) {
                requireSameRows(table, written(home.resolve("outbox"), name(date), date.relativize(table)));
            }
            PlainTextLedger.requireClosingBalances(home.resolve("outbox").resolve(name(date)));
        }
        requireWhatReRunsReplaced(day.resolve("superseded"), home.resolve("superseded"));
    }

    /** What was held against files of schemes has a folder of its own. */
    private static Path written(Path outbox, String date, Path table) {
        return table.startsWith("schemes")
                ? outbox.resolve("schemes-" + date).resolve(table.getFileName())
                : outbox.resolve(date).resolve(table);
    }

    /** A re-run keeps all that the date made before, as it was. */
    private static void requireWhatReRunsReplaced(Path told, Path kept) throws IOException {
        for (Path date : Files.exists(told) ? children(told) : List.<Path>of()) {
            for (Path table : children(date)) {
                requireSameRows(
                        table, kept.resolve(name(date)).resolve("outbox").resolve(name(table)));
            }
        }
    }

    /** What-if with the plans that were in force: no transaction and no merchant-day costs anything else. */
    private static void requireNoDifferenceUnderTheSamePlans(
            ConfigurableApplicationContext program, Path home, List<Path> dates) {
        Comparison same = program.getBean(WhatIf.class)
                .compare(
                        LocalDate.parse(name(dates.get(0))),
                        LocalDate.parse(name(dates.get(dates.size() - 1))),
                        home.resolve("reference").resolve("fee-plans.yml"),
                        day -> {});
        assertThat(same.kept()).isEmpty();
        assertThat(same.changes()).isNotEmpty().allSatisfy((change, sum) -> {
            assertThat(change.newRule()).isEqualTo(change.oldRule());
            assertThat(sum.otherMinor()).isEqualTo(sum.chargedMinor());
        });
    }

    /** Compares the columns that the expected table has; the order of rows is the program's own affair. */
    private static void requireSameRows(Path expected, Path actual) throws IOException {
        List<String> columns = columns(expected);
        assertThat(rows(actual, columns)).as("%s", actual).containsExactlyInAnyOrderElementsOf(rows(expected, columns));
    }

    private static List<String> columns(Path table) throws IOException {
        try (CSVParser parser = CSVParser.parse(Files.readString(table), WITH_HEADER)) {
            return parser.getHeaderNames();
        }
    }

    private static List<List<String>> rows(Path table, List<String> columns) throws IOException {
        try (CSVParser parser = CSVParser.parse(Files.readString(table), WITH_HEADER)) {
            return parser.stream()
                    .map(row -> columns.stream().map(row::get).toList())
                    .toList();
        }
    }

    /** Statements are in a folder of their own. */
    private static List<Path> tables(Path date) throws IOException {
        try (Stream<Path> files = Files.walk(date)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static List<Path> children(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
