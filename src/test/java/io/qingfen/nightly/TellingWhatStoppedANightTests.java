package io.qingfen.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

class TellingWhatStoppedANightTests {
    private static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource({
        "08006, TRANSIENT, connection lost",
        "40001, TRANSIENT, serialization failure or deadlock",
        "40P01, TRANSIENT, deadlock on PostgreSQL",
        "53100, TRANSIENT, disk of the database full",
        "53300, TRANSIENT, too many connections",
        "55P03, TRANSIENT, lock not available",
        "57P01, TRANSIENT, database shut down",
        "HYT00, TRANSIENT, lock timeout on H2",
        "23505, FAILED, unique key",
        "42601, FAILED, syntax",
        "22003, FAILED, number out of range"
    })
    void dependsOnTheStateOfTheDatabase(String state, Exit exit, String meaning) {
        SQLException sql = new SQLException(meaning, state);

        assertThat(of(new UncategorizedSQLException("step", "select", sql)).exit())
                .isEqualTo(exit);
    }

    @Test
    void calls75WhatMayPass() {
        assertThat(of(new CannotCreateTransactionException("no", new SQLTransientConnectionException()))
                        .exit())
                .isEqualTo(Exit.TRANSIENT);
        assertThat(of(new IllegalStateException(new SQLRecoverableException())).exit())
                .isEqualTo(Exit.TRANSIENT);
        assertThat(of(new UncheckedIOException(new IOException("out.csv: No space left on device")))
                        .exit())
                .isEqualTo(Exit.TRANSIENT);
    }

    @Test
    void findsARefusalUnderWhateverWrapsIt() {
        Refusal refusal = new Refusal(Exit.CONTROL_OPEN, "31 is not 30");

        assertThat(of(new IllegalStateException(new RuntimeException(refusal)))).isSameAs(refusal);
    }

    @Test
    void saysWhatWhereAndWhatToTypeNext() {
        Refusal told = of(new IllegalStateException("outer", new ArithmeticException("long overflow")));

        assertThat(told.getMessage())
                .contains("2026-03-02")
                .contains("ArithmeticException: long overflow")
                .contains("qingfen restart --date 2026-03-02");
    }

    /** The page of the night names the line of the log by what is told: both must begin alike. */
    @Test
    void logsTheStackTraceUnderTheWordsThatItTells() {
        Logger log = (Logger) LoggerFactory.getLogger(NightFailure.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        try {
            Refusal told = of(new IllegalStateException("no rule"));
            assertThat(lines.list).hasSize(1);
            assertThat(told.getMessage()).startsWith(lines.list.get(0).getFormattedMessage() + ": ");
            assertThat(lines.list.get(0).getThrowableProxy().getMessage()).isEqualTo("no rule");
        } finally {
            log.detachAppender(lines);
        }
    }

    private static Refusal of(Throwable failure) {
        return NightFailure.of(MON_2026_03_02, failure);
    }
}
