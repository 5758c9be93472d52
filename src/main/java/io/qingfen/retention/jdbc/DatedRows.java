package io.qingfen.retention.jdbc;

import io.qingfen.retention.Kind;
import io.qingfen.run.Dialect;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of a date, read as texts and removed. */
@Component
public class DatedRows {
    private static final int FETCHED_TOGETHER = 5_000;
    /** What PostgreSQL says of an exception that a function raised by itself. */
    private static final String RAISED = "P0001";

    /** In the place of a list that is empty. */
    private static final List<Long> NOBODY = List.of(-1L);

    private final NamedParameterJdbcTemplate jdbc;
    private final Dialect dialect;

    DatedRows(DataSource books, Dialect dialect) {
        JdbcTemplate template = new JdbcTemplate(books);
        template.setFetchSize(FETCHED_TOGETHER);
        this.jdbc = new NamedParameterJdbcTemplate(template);
        this.dialect = dialect;
    }

    /** Takes the names of the columns first, then each row; null is null. */
    @FunctionalInterface
    public interface Rows {
        void take(String[] cells) throws IOException;
    }

    /** Every row of the date in one order. Within a transaction rows come as they are read, not all at once. */
    public void read(DatedTable table, LocalDate date, Rows rows) {
        String sql = "select * " + table.rows() + " order by " + table.order();
        jdbc.query(sql, parameters(date), (ResultSet result) -> {
            try {
                int columns = result.getMetaData().getColumnCount();
                String[] cells = new String[columns];
                for (int i = 0; i < columns; i++) {
                    cells[i] = result.getMetaData().getColumnName(i + 1).toLowerCase(Locale.ROOT);
                }
                rows.take(cells);
                while (result.next()) {
                    for (int i = 0; i < columns; i++) {
                        cells[i] = text(result, i + 1);
                    }
                    rows.take(cells);
                }
                return null;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    public long count(DatedTable table, LocalDate date) {
        return jdbc.queryForObject("select count(*) " + table.rows(), parameters(date), Long.class);
    }

    /** Within a transaction, after the date was written down as retired. */
    public void remove(Kind kind, LocalDate date) {
        if (kind == Kind.BOOKS && dialect == Dialect.POSTGRESQL) {
            removeWhatTheOwnerKeeps(date);
        }
        Map<String, Object> parameters = parameters(date);
        for (DatedTable table : DatedTable.of(kind)) {
            if (!table.owners() || dialect != Dialect.POSTGRESQL) {
                jdbc.update("delete " + table.rows(), parameters);
            }
        }
    }

    /** The rows that the role of the program cannot remove; the owner's function says why when it does not. */
    private void removeWhatTheOwnerKeeps(LocalDate date) {
        try {
            Dialect.owner(jdbc.getJdbcOperations(), "retire_books(date '" + date + "')");
        } catch (DataAccessException refused) {
            if (refused.getRootCause() instanceof SQLException sql && RAISED.equals(sql.getSQLState())) {
                String words = sql.getMessage().lines().findFirst().orElse("").replaceFirst("^ERROR: ", "");
                throw new Refusal(
                        Exit.REFUSED,
                        "retention " + date + ": the owner of the tables does not let it go: " + words
                                + "; nothing was removed. Look at its rules with that person, and at: qingfen retention"
                                + " list");
            }
            throw refused;
        }
    }

    private Map<String, Object> parameters(LocalDate date) {
        List<Long> executions = jdbc.queryForList(
                "select distinct job_execution_id from batch_job_execution_params"
                        + " where parameter_name = 'businessDate' and parameter_value = :date order by 1",
                Map.of("date", date.toString()),
                Long.class);
        List<Long> instances = executions.isEmpty()
                ? List.of()
                : jdbc.queryForList(
                        "select distinct job_instance_id from batch_job_execution"
                                + " where job_execution_id in (:executions) order by 1",
                        Map.of("executions", executions),
                        Long.class);
        return Map.of(
                "date", date,
                "executions", executions.isEmpty() ? NOBODY : executions,
                "instances", instances.isEmpty() ? NOBODY : instances);
    }

    /** The instant where the column has a zone, the local time where it has none; never that of this machine. */
    private static String text(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value == null) {
            return null;
        }
        if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        if (value instanceof Clob) {
            return row.getString(column);
        }
        if (value instanceof Timestamp || value instanceof OffsetDateTime) {
            String type = row.getMetaData().getColumnTypeName(column).toLowerCase(Locale.ROOT);
            return type.equals("timestamptz") || type.contains("with time zone")
                    ? row.getObject(column, OffsetDateTime.class).toInstant().toString()
                    : row.getObject(column, LocalDateTime.class).toString();
        }
        return value.toString();
    }
}
