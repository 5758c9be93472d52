package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.TestDatabase;
import io.qingfen.cli.Typed;
import io.qingfen.night.NightProcess.Ended;
import io.qingfen.run.FaultPoint;
import io.qingfen.run.jdbc.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.FileSystemUtils;

/** The process that releases is halted on either side of the move of the files: they leave once, as approved. */
class ReleasingOnceThroughKillsTest {
    private static final String DATE = "2026-03-02";
    private static final String NOODLES = "P20260302-898310058120001";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "H2, release:approved, approve",
        "H2, release:moved, approve",
        "POSTGRESQL, release:approved, status",
        "POSTGRESQL, release:moved, approve"
    })
    void filesMoveOnceWithTheApprovedBytes(TestDatabase database, String point, String next) throws IOException {
        Path home = settled();
        DatabaseSettings books = Nightly.books(database);
        try (OpenHome open = new OpenHome(home, books)) {
            open.night(LocalDate.parse(DATE));
            open.done("payouts", "propose", "--date", DATE, "--as", "anna");
        }
        Map<String, String> prepared = files(home, "payouts");

        Ended killed = new NightProcess(home, books)
                .killedAt(point, 1)
                .run("payouts", "approve", "--date", DATE, "--as", "bert");
        assertThat(killed.exit()).as(killed.output()).isEqualTo(FaultPoint.HALTED);
        boolean moved = point.equals("release:moved");
        Map<String, String> approved = new TreeMap<>(prepared);
        approved.keySet().removeIf(name -> !name.startsWith("pain001_"));
        assertThat(files(home, "released")).isEqualTo(moved ? approved : Map.of());

        Ended ended = next.equals("status")
                ? run(home, books, "status")
                : run(home, books, "payouts", "approve", "--date", DATE, "--as", "carl");
        assertThat(ended.exit()).as(ended.output()).isIn(0, 3);
        assertThat(files(home, "released")).isEqualTo(approved).isNotEmpty();
        assertThat(files(home, "payouts")).isEqualTo(prepared);

        try (OpenHome open = new OpenHome(home, books)) {
            Typed again = open.typed("payouts", "approve", "--date", DATE, "--as", "carl");
            assertThat(again.exit()).as(again.said()).isEqualTo(3);
            assertThat(open.typed("payouts", "show", "--date", DATE).said())
                    .contains("RELEASED, by anna, approved by bert");
        }
        assertThat(files(home, "released")).isEqualTo(approved);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aWithdrawnPayoutIsNeverInAReleasedFile(TestDatabase database) throws IOException {
        Path home = settled();
        DatabaseSettings books = Nightly.books(database);
        try (OpenHome open = new OpenHome(home, books)) {
            open.night(LocalDate.parse(DATE));
        }
        for (String point : new String[] {"release:withdrawn", "file-after-rename"}) {
            Ended killed = new NightProcess(home, books)
                    .killedAt(point, 1)
                    .run("payouts", "withdraw", NOODLES, "--reason", "disputed", "--as", "anna");
            assertThat(killed.exit()).as(killed.output()).isEqualTo(FaultPoint.HALTED);
        }
        try (OpenHome open = new OpenHome(home, books)) {
            open.done("payouts", "propose", "--date", DATE, "--as", "anna");
            open.done("payouts", "approve", "--date", DATE, "--as", "bert");
        }
        assertThat(String.join("", files(home, "released").values()))
                .doesNotContain(NOODLES)
                .contains("P20260302-");
    }

    private Path settled() throws IOException {
        Path home = folder.resolve("home");
        FileSystemUtils.copyRecursively(Path.of("sample-files", "days", "2026-03-02-plain", "home"), home);
        return home;
    }

    private static Ended run(Path home, DatabaseSettings books, String... arguments) {
        return new NightProcess(home, books).run(arguments);
    }

    private static Map<String, String> files(Path home, String name) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        Path directory = home.resolve("outbox").resolve(DATE).resolve(name);
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    contents.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return contents;
    }
}
