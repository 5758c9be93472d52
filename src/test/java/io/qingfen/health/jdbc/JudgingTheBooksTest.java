package io.qingfen.health.jdbc;

import static io.qingfen.health.Finding.Level.FAIL;
import static io.qingfen.health.Finding.Level.OK;
import static io.qingfen.health.Finding.Level.WARN;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.run.BooksAccess.Tables;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgingTheBooksTest {
    @Test
    void twoSecondsBetweenClocksAreLittle() {
        assertThat(ClockProbe.judged(Duration.ofSeconds(2)).level()).isEqualTo(OK);
        assertThat(ClockProbe.judged(Duration.ofMillis(2001)).level()).isEqualTo(WARN);
        assertThat(ClockProbe.judged(Duration.ofMillis(-2001)).what()).isEqualTo("2.0 s behind the database");
        assertThat(ClockProbe.judged(Duration.ofSeconds(301)).level()).isEqualTo(FAIL);
    }

    @Test
    void anEmbeddedDatabaseThatWritesLaterLosesCommits() {
        assertThat(DurabilityProbe.h2("0").level()).isEqualTo(OK);
        assertThat(DurabilityProbe.h2("500").level()).isEqualTo(FAIL);
    }

    @Test
    void aServerThatAcknowledgesBeforeItWritesLosesCommits() {
        assertThat(server("on", "on", "on")).isEqualTo(OK);
        assertThat(server("on", "on", "remote_apply")).isEqualTo(OK);
        assertThat(server("on", "on", "local")).isEqualTo(OK);
        assertThat(server("on", "on", "off")).isEqualTo(FAIL);
        assertThat(server("off", "on", "on")).isEqualTo(FAIL);
        assertThat(server("on", "off", "on")).isEqualTo(WARN);
    }

    private static Object server(String fsync, String pages, String commit) {
        return DurabilityProbe.postgres(Map.of("fsync", fsync, "full_page_writes", pages, "synchronous_commit", commit))
                .level();
    }

    @Test
    void anotherIsolationIsSeen() {
        assertThat(DurabilityProbe.isolation(Connection.TRANSACTION_READ_COMMITTED)
                        .level())
                .isEqualTo(OK);
        assertThat(DurabilityProbe.isolation(Connection.TRANSACTION_READ_UNCOMMITTED)
                        .level())
                .isEqualTo(FAIL);
    }

    @Test
    void aServerThatItsMakersMendNoMoreIsSeen() {
        assertThat(LatencyProbe.judged("PostgreSQL 13.4", 200, true).level()).isEqualTo(WARN);
        assertThat(LatencyProbe.judged("PostgreSQL 18.6", 200, false).what())
                .isEqualTo("PostgreSQL 18.6, a round trip takes 0.20 ms");
    }

    @Test
    void aDatabaseWithoutTablesIsNew() {
        BooksTables tables = BooksTables.of(new Tables("", List.of("V1 books"), List.of()));

        assertThat(tables.finding().level()).isEqualTo(OK);
        assertThat(tables.haveLease()).isFalse();
    }

    @Test
    void aHeartbeatIsOldAfterThirtySeconds() {
        assertThat(LeaseProbe.judged("host:1", "2026-03-02", 30).level()).isEqualTo(OK);
        assertThat(LeaseProbe.judged("host:1", "2026-03-02", 31).level()).isEqualTo(WARN);
        assertThat(LeaseProbe.judged(null, null, 0).what()).isEqualTo("free");
    }
}
