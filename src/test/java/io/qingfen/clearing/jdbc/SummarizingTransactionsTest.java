package io.qingfen.clearing.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.run.Dialect;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@OnBothDatabases
class SummarizingTransactionsTest {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 2);
    private final JdbcTemplate jdbc;
    private final Dialect dialect;
    private final ClearedIndexes indexes;

    SummarizingTransactionsTest(TestDatabase database) {
        jdbc = new JdbcTemplate(database.fresh());
        dialect = database.dialect();
        indexes = new ClearedIndexes(jdbc, dialect);
        indexes.prepare(DATE);
    }

    @Test
    void completesADateWhoseTerminalsAnEarlierReleaseCleared() {
        indexes.complete(DATE);

        assertThat(indexesOfDate()).isEqualTo(dialect == Dialect.POSTGRESQL ? 1 : 0);
    }

    @Test
    void mayBeRepeatedAtEveryStage() {
        for (int round = 0; round < 2; round++) {
            indexes.prepare(DATE);
            indexes.summarize(DATE);
            indexes.complete(DATE);
            indexes.tidy(DATE);
        }

        assertThat(indexesOfDate()).isEqualTo(dialect == Dialect.POSTGRESQL ? 4 : 0);
    }

    /** H2 has no part of the table for a date, and no indexes of its own for it. */
    private int indexesOfDate() {
        return dialect == Dialect.POSTGRESQL
                ? jdbc.queryForObject(
                        "select count(*) from pg_indexes where tablename = ?",
                        Integer.class,
                        Dialect.transactionsOf(DATE))
                : 0;
    }
}
