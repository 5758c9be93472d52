package io.qingfen.reports.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Large reads in bounded memory: rows come in portions, inside the caller's transaction. */
@Component
final class Reading {
    private static final int PORTION = 2_000;
    private static final int WEEK = 7;
    private static final int MONTH = 30;
    private final NamedParameterJdbcTemplate jdbc;

    Reading(DataSource dataSource) {
        JdbcTemplate portions = new JdbcTemplate(dataSource);
        portions.setFetchSize(PORTION);
        this.jdbc = new NamedParameterJdbcTemplate(portions);
    }

    /** What to do with a row; the cursor is not its business. */
    @FunctionalInterface
    interface Row {
        void read(ResultSet row) throws SQLException, IOException;
    }

    InputNames inputNames(LocalDate businessDate) {
        return new InputNames(jdbc.getJdbcOperations(), businessDate);
    }

    /** The query may name {@code :date}, {@code :weekAgo}, {@code :monthAgo}. */
    void each(String sql, LocalDate businessDate, Row reader) {
        each(
                sql,
                Map.of(
                        "date",
                        businessDate,
                        "weekAgo",
                        businessDate.minusDays(WEEK),
                        "monthAgo",
                        businessDate.minusDays(MONTH)),
                reader);
    }

    void each(String sql, Map<String, ?> parameters, Row reader) {
        jdbc.query(sql, parameters, row -> {
            try {
                reader.read(row);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
