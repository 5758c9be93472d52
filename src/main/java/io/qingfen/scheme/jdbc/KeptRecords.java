package io.qingfen.scheme.jdbc;

import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import io.qingfen.scheme.KnownRecords;
import io.qingfen.scheme.SchemeRecord;
import io.qingfen.scheme.SchemeSource;
import io.qingfen.scheme.Side;
import io.qingfen.scheme.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads table scheme_record, and what the books know of records without item of ours. */
@Component
public class KeptRecords {
    private static final int AT_ONCE = 2_000;
    private static final String LEFT = " from scheme_record"
            + " where source = ? and (standing = 'WAITING' or standing = 'OUTSTANDING' and business_date >= ?)";

    private final JdbcTemplate jdbc;

    KeptRecords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** How many {@link #left} gives. */
    public long countLeft(SchemeSource source, LocalDate outstandingSince) {
        return jdbc.queryForObject("select count(*)" + LEFT, Long.class, source.name(), outstandingSince);
    }

    /** What earlier dates left: waiting, or outstanding since this date or a later one. */
    public List<Side<SchemeRecord>> left(SchemeSource source, LocalDate outstandingSince) {
        return jdbc.query("select *" + LEFT, (row, n) -> side(row), source.name(), outstandingSince);
    }

    private static Side<SchemeRecord> side(ResultSet row) throws SQLException {
        SchemeRecord record = new SchemeRecord(
                new SchemeRecord.Place(row.getInt("file_no"), row.getInt("line_no")),
                TxnType.valueOf(row.getString("txn_type")),
                TxnType.valueOf(row.getString("original_type")),
                row.getString("scheme_ref"),
                row.getString("other_ref"),
                row.getString("original_ref"),
                row.getString("rrn"),
                row.getString("terminal_id"),
                row.getString("merchant_id"),
                row.getLong("amount_minor"),
                SchemeRows.longOrNull(row, "cost_minor"),
                Currency.of(row.getString("currency")),
                row.getLong("txn_time"),
                row.getString("card_token"),
                row.getString("card_masked"));
        return SchemeRows.side(row, record);
    }

    /** Adds what the books know of these records, which have no item of ours. */
    public void lookUp(SchemeSource source, LocalDate date, List<SchemeRecord> records, KnownRecords known) {
        for (int from = 0; from < records.size(); from += AT_ONCE) {
            List<SchemeRecord> part = records.subList(from, Math.min(records.size(), from + AT_ONCE));
            String[] refs = keys(part, SchemeRecord::schemeRef);
            String[] numbers = keys(part, SchemeRecord::rrn);
            joinedBefore("scheme_ref", source, refs, known);
            joinedBefore("rrn", source, numbers, known);
            failed(
                    "select rrn, terminal_id from failure where business_date between ? and ? and rrn = any(?)",
                    date,
                    numbers,
                    known);
            failed(
                    "select rrn, terminal_id from transactions where business_date between ? and ? and rrn = any(?)"
                            + " and disposition <> 'SETTLED'",
                    date,
                    numbers,
                    known);
            // an authorization of unknown fate waits without a row of its own
            failed(
                    "select rrn, terminal_id from open_item where opened_on between ? and ? and rrn = any(?)"
                            + " and match_status = 'UNKNOWN_OUTCOME' and suspense_minor = 0",
                    date,
                    numbers,
                    known);
        }
    }

    /** Its standing is looked at here: as a condition it leads databases to the index of standings, which holds nearly all. */
    private void joinedBefore(String column, SchemeSource source, String[] keys, KnownRecords known) {
        jdbc.query(
                "select standing, scheme_ref, rrn, terminal_id, amount_minor from scheme_record where source = ? and "
                        + column + " = any(?)",
                row -> {
                    if (row.getString(1).equals(Standing.JOINED.name())) {
                        known.joined(row.getString(2), row.getString(3), row.getString(4), row.getLong(5));
                    }
                },
                source.name(),
                keys);
    }

    private void failed(String sql, LocalDate date, String[] numbers, KnownRecords known) {
        jdbc.query(
                sql,
                row -> {
                    known.failed(row.getString(1), row.getString(2));
                },
                date.minusDays(1),
                date,
                numbers);
    }

    private static String[] keys(List<SchemeRecord> records, Function<SchemeRecord, String> key) {
        return records.stream()
                .map(key)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toArray(String[]::new);
    }
}
