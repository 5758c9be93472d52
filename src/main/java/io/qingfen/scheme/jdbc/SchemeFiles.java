package io.qingfen.scheme.jdbc;

import io.qingfen.scheme.SchemeFileName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table scheme_file: files that were taken. */
@Component
public class SchemeFiles {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    SchemeFiles(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** A file that was taken; one that is not archived yet was left by a process that died. */
    public record Known(int number, String name, String sha256, boolean archived) {}

    /**
     * A file as it is kept.
     *
     * @param formatSha256 of the description that it was read by; empty for a format of the program
     */
    public record Taken(
            int number,
            SchemeFileName name,
            String sha256,
            String format,
            String formatSha256,
            long bytes,
            long lines,
            long records) {}

    public Optional<Known> file(SchemeFileName name) {
        return jdbc.sql("select file_no, file_name, sha256, archived from scheme_file"
                        + " where source = ? and business_date = ? and sequence_no = ?")
                .params(name.source(), name.date(), name.sequence())
                .query((row, n) -> new Known(row.getInt(1), row.getString(2), row.getString(3), row.getBoolean(4)))
                .optional();
    }

    /** Under which name the same bytes were taken, where they moved money. */
    public Optional<String> sameBytes(String sha256) {
        return jdbc.sql("select file_name from scheme_file where sha256 = ? and record_count > 0"
                        + " order by file_no fetch first 1 rows only")
                .param(sha256)
                .query(String.class)
                .optional();
    }

    public int nextFileNumber() {
        return jdbc.sql("select coalesce(max(file_no), 0) + 1 from scheme_file")
                .query(Integer.class)
                .single();
    }

    public void add(Taken file) {
        jdbc.sql("insert into scheme_file (file_no, source, business_date, sequence_no, file_name, sha256, format,"
                        + " format_sha256, size_bytes, line_count, record_count, taken_at, archived)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, current_timestamp, false)")
                .params(
                        file.number(),
                        file.name().source(),
                        file.name().date(),
                        file.name().sequence(),
                        file.name().text(),
                        file.sha256(),
                        file.format(),
                        file.formatSha256(),
                        file.bytes(),
                        file.lines(),
                        file.records())
                .update();
    }

    public void archived(SchemeFileName name) {
        jdbc.sql("update scheme_file set archived = true where source = ? and business_date = ? and sequence_no = ?")
                .params(name.source(), name.date(), name.sequence())
                .update();
    }

    /** Names of files by their number. */
    public Map<Integer, String> fileNames(List<Integer> numbers) {
        Map<Integer, String> names = new TreeMap<>();
        template.query(
                "select file_no, file_name from scheme_file where file_no = any(?)",
                row -> {
                    names.put(row.getInt(1), row.getString(2));
                },
                (Object) numbers.toArray(Integer[]::new));
        return names;
    }
}
