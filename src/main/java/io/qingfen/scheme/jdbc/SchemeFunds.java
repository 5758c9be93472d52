package io.qingfen.scheme.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.scheme.FundsAgreement;
import io.qingfen.scheme.FundsAgreement.Differing;
import io.qingfen.scheme.SchemeSource;
import java.io.IOException;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Table scheme_funds: whether statements of funds agree with the records of their date. */
@Component
public class SchemeFunds {
    private static final String[] COLUMNS = ("source business_date currency funds_key records_minor funds_minor"
                    + " other_minor file_no line_no case_id")
            .split(" ");

    private static final String ROWS = "select s.source, s.currency, s.funds_key, s.records_minor, s.funds_minor,"
            + " f.file_name, s.line_no, s.case_id from scheme_funds s left join scheme_file f on f.file_no = s.file_no"
            + " where s.business_date = ? and s.funds_key <> '' order by s.source, s.currency, s.funds_key";

    private final JdbcTemplate jdbc;
    private final BulkLoad bulk;

    SchemeFunds(JdbcTemplate jdbc, BulkLoad bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /**
     * A key that differs.
     *
     * @param file empty when the statement has nothing of it
     */
    public record Row(
            String source,
            String currency,
            String key,
            long recordsMinor,
            long fundsMinor,
            String file,
            int line,
            String caseId) {}

    /** @param caseId of the disagreement; empty when both agree */
    public void add(SchemeSource source, LocalDate date, FundsAgreement agreement, String caseId) {
        try (BulkRows rows = bulk.into("scheme_funds", COLUMNS)) {
            add(
                    rows,
                    source,
                    date,
                    agreement,
                    new Differing("", agreement.recordsMinor(), agreement.fundsMinor(), null),
                    caseId);
            agreement.differing().forEach(one -> add(rows, source, date, agreement, one, ""));
        }
    }

    private static void add(
            BulkRows rows, SchemeSource source, LocalDate date, FundsAgreement whole, Differing one, String caseId) {
        rows.text(source.name()).date(date).text(whole.currency().code()).text(one.key());
        rows.number(one.recordsMinor()).number(one.fundsMinor());
        rows.number(one.key().isEmpty() ? whole.otherMinor() : 0);
        rows.number(one.place() == null ? null : Long.valueOf(one.place().file()));
        rows.number(one.place() == null ? null : Long.valueOf(one.place().line()));
        rows.text(caseId.isEmpty() ? null : caseId);
        rows.end();
    }

    /** Every key of the date that differs, in order of source, currency and key. */
    public void eachDiffering(LocalDate date, SchemeBalances.Each<Row> each) throws IOException {
        List<Row> rows = jdbc.query(ROWS, (row, n) -> row(row), Date.valueOf(date));
        for (Row row : rows) {
            each.take(row);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        String file = row.getString("file_name");
        return new Row(
                row.getString("source"),
                row.getString("currency"),
                row.getString("funds_key"),
                row.getLong("records_minor"),
                row.getLong("funds_minor"),
                file == null ? "" : file,
                row.getInt("line_no"),
                row.getString("case_id"));
    }
}
