package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.TestDatabase;
import io.qingfen.night.NightProcess.Ended;
import io.qingfen.run.FaultPoint;
import io.qingfen.run.jdbc.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/** The process that takes results of banks is halted on either side of its commit: returned money comes back once. */
class TakingResultsOnceThroughKillsTest {
    private static final String DATE = "2026-03-02";
    private static final String NEXT = "2026-03-03";
    private static final String RETURNED = "898310058120001";
    private static final String FILE = "payout-results_20260303_01.csv";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"H2, results:before-commit", "POSTGRESQL, results:committed"})
    void whateverIsInterrupted(TestDatabase database, String point) throws IOException {
        Path home = folder.resolve("home");
        FileSystemUtils.copyRecursively(Path.of("sample-files", "days", "2026-03-02-plain", "home"), home);
        DatabaseSettings books = Nightly.books(database);
        try (OpenHome open = new OpenHome(home, books)) {
            open.night(LocalDate.parse(DATE));
            open.done("payouts", "propose", "--date", DATE, "--as", "anna");
            open.done("payouts", "approve", "--date", DATE, "--as", "bert");
            open.done("payouts", "sent", "--date", DATE, "--as", "anna");
        }
        String payout = "P20260302-" + RETURNED;
        Files.writeString(
                home.resolve("inbox").resolve(FILE),
                "payout_id,status,reason,booked_on\n" + payout + ",RETURNED,AC04,2026-03-03\n");

        Ended killed = new NightProcess(home, books).killedAt(point, 1).run("run", "payout-results", "--as", "bank");
        assertThat(killed.exit()).as(killed.output()).isEqualTo(FaultPoint.HALTED);
        done(home, books, "run", "payout-results", "--as", "bank");
        done(home, books, "run", "--date", NEXT, "--incomplete", "--reason", "no shop was open");

        assertThat(home.resolve("inbox").resolve(FILE)).doesNotExist();
        assertThat(Files.readString(home.resolve("outbox/" + NEXT + "/cases.csv")))
                .containsOnlyOnce("PAYOUT_RETURNED");
        List<String> prepared = Files.readAllLines(home.resolve("outbox/" + DATE + "/positions.csv"));
        List<String> next = Files.readAllLines(home.resolve("outbox/" + NEXT + "/positions.csv"));
        assertThat(of(next, "payout_returned")).isEqualTo(of(prepared, "payout"));
    }

    private static String of(List<String> positions, String column) {
        List<String> columns = List.of(positions.get(0).split(","));
        return positions.stream()
                .map(line -> List.of(line.split(",", -1)))
                .filter(row -> row.get(columns.indexOf("merchant_id")).equals(RETURNED))
                .map(row -> row.get(columns.indexOf(column)))
                .findFirst()
                .orElseThrow();
    }

    private static Ended done(Path home, DatabaseSettings books, String... arguments) {
        Ended ended = new NightProcess(home, books).run(arguments);
        assertThat(ended.exit()).as(ended.output()).isZero();
        return ended;
    }
}
