package io.qingfen.schedule.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the books know of input files: table file_arrival, and what intake keeps of the files it took. */
@Component
public class Arrivals {
    private final JdbcClient jdbc;

    Arrivals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the files of this date, by their names, were first seen. */
    public Map<String, Instant> seen(LocalDate fileDate) {
        Map<String, Instant> seen = new HashMap<>();
        jdbc.sql("select file_name, seen_at from file_arrival where business_date = ?")
                .param(fileDate)
                .query(row -> {
                    seen.put(
                            row.getString(1),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                });
        return seen;
    }

    /**
     * A file that a run took.
     *
     * @param by the business date of the run
     * @param counted whether it agreed with its trailer; before that it may still be refused
     */
    public record Taken(LocalDate by, boolean counted) {}

    /** Files of this date, by their names, that a run took. */
    public Map<String, Taken> taken(LocalDate fileDate) {
        Map<String, Taken> taken = new HashMap<>();
        jdbc.sql("select file_name, business_date, state from input_file where file_date = ?")
                .param(fileDate)
                .query(row -> {
                    boolean counted = !"COLLECTED".equals(row.getString(3));
                    taken.put(row.getString(1), new Taken(row.getObject(2, LocalDate.class), counted));
                });
        return taken;
    }

    /** Names of files that the run of this date, or a later one, put aside as seen before. */
    public Map<String, String> duplicates(LocalDate from) {
        Map<String, String> duplicates = new HashMap<>();
        jdbc.sql("select file_name, detail from intake_notice where notice = 'DUPLICATE_FILE' and business_date >= ?")
                .param(from)
                .query(row -> {
                    duplicates.put(row.getString(1), row.getString(2));
                });
        return duplicates;
    }

    /** Does nothing when the file was seen before. */
    public void note(String name, LocalDate fileDate, Instant at) {
        try {
            jdbc.sql("insert into file_arrival (file_name, business_date, seen_at)"
                            + " select ?, cast(? as date), cast(? as timestamp(6) with time zone)"
                            + " where not exists (select 1 from file_arrival where file_name = ?)")
                    .params(name, fileDate, OffsetDateTime.ofInstant(at, ZoneOffset.UTC), name)
                    .update();
        } catch (DuplicateKeyException anotherProcess) {
            // It has seen the file at the same moment.
            return;
        }
    }
}
