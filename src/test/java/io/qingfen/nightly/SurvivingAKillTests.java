package io.qingfen.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.qingfen.TestDatabase;
import io.qingfen.run.Exit;
import io.qingfen.run.FaultPoint;
import io.qingfen.run.jdbc.DatabaseSettings;
import io.qingfen.run.jdbc.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Processes that die as in a power cut, one after another on the same date, until it is complete. */
class SurvivingAKillTests {
    private static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);

    /** In the order in which a night reaches them; the third dies in a restart before its first commit. */
    private static final List<String> KILLS = List.of(
            "openBusinessDate:before-commit:1",
            "routeRecords.partition:before-commit:3",
            "routeRecords.partition:before-commit:1",
            "routeRecords.partition:after-commit:1",
            "clearTerminals.finish:before-commit:1",
            "proveBooks:after:1",
            "closeBusinessDate:before-commit:1",
            "closeBusinessDate:after:1");

    @TempDir
    private Path home;

    private DatabaseSettings books;

    @Test
    void everyStepAndPartitionHappensOnceHoweverOftenTheProcessDies() throws Exception {
        books = TestDatabase.H2.freshSettings();
        dieAt(KILLS);

        assertThat(night()).as("the date is closed").isEqualTo(Exit.REFUSED.code());
        everythingHappenedOnce();
    }

    /** Fewer deaths, since each costs the start of a process: those that leave an open transaction to the server. */
    @Test
    void alsoOnPostgresql() throws Exception {
        books = TestDatabase.POSTGRESQL.freshSettings();
        dieAt(KILLS.subList(1, 3));

        assertThat(night()).isEqualTo(Exit.DONE.code());
        everythingHappenedOnce();
    }

    private void dieAt(List<String> kills) throws Exception {
        for (String kill : kills) {
            assertThat(night("-Dqingfen.fault=" + kill)).as(kill).isEqualTo(FaultPoint.HALTED);
        }
    }

    private void everythingHappenedOnce() {
        try (HikariDataSource dataSource = Databases.open(books, 1)) {
            JdbcClient jdbc = JdbcClient.create(dataSource);
            assertThat(jdbc.sql("select state from business_day")
                            .query(String.class)
                            .list())
                    .containsExactly("CLOSED");
            assertThat(jdbc.sql("select what from trace").query(String.class).list())
                    .hasSize(5 * 5 + 4)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aTerminatedProcessEndsAtItsNextCommit() throws Exception {
        books = TestDatabase.H2.freshSettings();
        Process night = NightProcess.start(books, home, MON_2026_03_02, "-Dstub.slow=true");
        while (night.isAlive() && Files.notExists(home.resolve("inside"))) {
            Thread.sleep(50);
        }
        night.destroy();

        assertThat(night.waitFor()).isEqualTo(Exit.TERMINATED.code());
        try (HikariDataSource dataSource = Databases.open(books, 1)) {
            JdbcClient jdbc = JdbcClient.create(dataSource);
            assertThat(jdbc.sql("select what from trace").query(String.class).list())
                    .contains("proveBooks")
                    .doesNotContain("writePayouts");
            assertThat(jdbc.sql("select status from batch_job_execution")
                            .query(String.class)
                            .list())
                    .containsExactly("STOPPED");
        }
        assertThat(night()).isEqualTo(Exit.DONE.code());
    }

    private int night(String... options) throws Exception {
        return NightProcess.start(books, home, MON_2026_03_02, options).waitFor();
    }
}
