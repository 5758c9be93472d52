package io.qingfen.reports.jdbc;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;

/** Names of input files by number, to write {@code file:line}; knows those of the date, asks for older ones. */
final class InputNames {
    private final JdbcOperations jdbc;
    private final Map<Integer, String> byNumber = new HashMap<>();

    InputNames(JdbcOperations jdbc, LocalDate businessDate) {
        this.jdbc = jdbc;
        jdbc.query(
                "select file_no, file_name from input_file where business_date = ?",
                row -> {
                    byNumber.put(row.getInt(1), row.getString(2));
                },
                businessDate);
    }

    /** Empty without a record. */
    String source(int fileNumber, int line) {
        return fileNumber == 0 ? "" : byNumber.computeIfAbsent(fileNumber, this::read) + ":" + line;
    }

    private String read(int fileNumber) {
        return jdbc.queryForObject("select file_name from input_file where file_no = ?", String.class, fileNumber);
    }
}
