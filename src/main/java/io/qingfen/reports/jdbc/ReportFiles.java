package io.qingfen.reports.jdbc;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which files stand in the outbox of a date. */
@Component
public class ReportFiles {
    private static final int PORTION = 2_000;
    private static final String REPORTS =
            "select file_name, row_count, sha256 from report_file where business_date = ?";
    private final JdbcOperations operations;
    private final JdbcClient jdbc;

    ReportFiles(JdbcOperations operations) {
        this.operations = operations;
        this.jdbc = JdbcClient.create(operations);
    }

    /**
     * @param name relative to the outbox of the date
     * @param rows null for a document without rows
     */
    public record Listed(String name, Long rows, String sha256) {}

    /**
     * A file of the outbox.
     *
     * @param name relative to the outbox of the date
     * @param rows null for a document without rows
     */
    public record Written(String name, Long rows, long bytes, String sha256) {}

    /** Records a file of the outbox, in the place of an older one. */
    public void record(LocalDate businessDate, String name, Long rows, long bytes, String sha256) {
        record(businessDate, List.of(new Written(name, rows, bytes, sha256)));
    }

    /** Records files of the outbox, in the place of older ones. */
    public void record(LocalDate businessDate, List<Written> files) {
        Date date = Date.valueOf(businessDate);
        operations.batchUpdate(
                "delete from report_file where business_date = ? and file_name = ?",
                files.stream().map(file -> new Object[] {date, file.name()}).toList());
        operations.batchUpdate(
                "insert into report_file (business_date, file_name, sha256, size_bytes, row_count)"
                        + " values (?, ?, ?, ?, ?)",
                files.stream()
                        .map(file -> new Object[] {date, file.name(), file.sha256(), file.bytes(), file.rows()})
                        .toList(),
                new int[] {Types.DATE, Types.VARCHAR, Types.VARCHAR, Types.BIGINT, Types.BIGINT});
    }

    public void forget(LocalDate businessDate, String name) {
        jdbc.sql("delete from report_file where business_date = ? and file_name = ?")
                .params(businessDate, name)
                .update();
    }

    /** Reports of the date but the merchants' statements, in byte order of name. */
    public List<Listed> reports(LocalDate businessDate) {
        return jdbc.sql(REPORTS + " and file_name not like 'statements/%' order by file_name")
                .params(businessDate)
                .query((row, n) -> listed(row))
                .list();
    }

    /** Every report of the date, statements included, one after the other in byte order of name. */
    public void eachReport(LocalDate businessDate, Consumer<Listed> reader) {
        jdbc.sql(REPORTS + " order by file_name")
                .params(businessDate)
                .withFetchSize(PORTION)
                .query(row -> {
                    reader.accept(listed(row));
                });
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(row.getString(1), row.getObject(2, Long.class), row.getString(3));
    }

    /** Bank files of the date, in byte order of name, with the number of payouts as rows. */
    public List<Listed> bankFiles(LocalDate businessDate) {
        return jdbc.sql("select file_name, payouts, sha256 from payout_file where business_date = ? order by file_name")
                .params(businessDate)
                .query((row, n) -> new Listed("payouts/" + row.getString(1), row.getLong(2), row.getString(3)))
                .list();
    }
}
