package io.qingfen.scheme.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.scheme.BrandFee;
import io.qingfen.scheme.BrandFees;
import io.qingfen.scheme.SchemeSource;
import java.io.IOException;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Table scheme_brand_fee: brand fees that belong to no record of their date. Those that do stand with their records. */
@Component
public class SchemeBrandFees {
    private static final String[] COLUMNS = ("file_no line_no source business_date outcome scheme_ref rrn terminal_id"
                    + " merchant_id amount_minor fee_minor currency card_token card_masked case_id")
            .split(" ");

    private static final String ROWS = "select b.*, f.file_name from scheme_brand_fee b"
            + " join scheme_file f on f.file_no = b.file_no where b.business_date = ?"
            + " order by b.source, b.file_no, b.line_no";

    private static final String TOLD = "select coalesce(sum(minor), 0) from ("
            + "select brand_fee_minor as minor from scheme_record where source = ? and business_date = ?"
            + " and brand_fee_minor is not null union all"
            + " select fee_minor from scheme_brand_fee where source = ? and business_date = ?) told";

    private final JdbcTemplate jdbc;
    private final BulkLoad bulk;

    SchemeBrandFees(JdbcTemplate jdbc, BulkLoad bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /** A fee that belongs to no record. */
    public record Row(
            String source,
            String outcome,
            String currency,
            long amountMinor,
            long feeMinor,
            FoundBy by,
            String file,
            int line,
            String caseId) {}

    /** Those without a record. */
    public void add(SchemeSource source, LocalDate date, BrandFees fees, String caseId) {
        try (BulkRows rows = bulk.into("scheme_brand_fee", COLUMNS)) {
            fees.alone().forEach(one -> add(rows, source, date, one, caseId));
        }
    }

    private static void add(BulkRows rows, SchemeSource source, LocalDate date, BrandFees.Alone alone, String caseId) {
        BrandFee fee = alone.fee();
        rows.number(fee.place().file()).number(fee.place().line());
        rows.text(source.name()).date(date).text(alone.why().name()).text(fee.schemeRef());
        rows.text(fee.rrn()).text(fee.terminalId()).text(fee.merchantId());
        rows.number(fee.amountMinor()).number(fee.feeMinor());
        rows.text(fee.currency().code());
        rows.text(fee.cardToken()).text(fee.cardMasked()).text(caseId);
        rows.end();
    }

    /** What the files of a date told, read from the rows of records and of fees without one; minor units, + we pay. */
    public long told(String source, LocalDate date) {
        Date day = Date.valueOf(date);
        return jdbc.queryForObject(TOLD, Long.class, source, day, source, day);
    }

    /** Every one of the date, in order of source, file and line. */
    public void each(LocalDate date, SchemeBalances.Each<Row> each) throws IOException {
        for (Row row : jdbc.query(ROWS, (row, n) -> row(row), Date.valueOf(date))) {
            each.take(row);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("source"),
                row.getString("outcome"),
                row.getString("currency"),
                row.getLong("amount_minor"),
                row.getLong("fee_minor"),
                FoundBy.withoutOurs(row),
                row.getString("file_name"),
                row.getInt("line_no"),
                row.getString("case_id"));
    }
}
