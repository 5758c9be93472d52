package io.qingfen.scheme.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.money.Currency;
import io.qingfen.scheme.Dispute;
import io.qingfen.scheme.DisputeMoves;
import io.qingfen.scheme.DisputeVerdict;
import io.qingfen.scheme.DisputeVerdict.Original;
import io.qingfen.scheme.SchemeSource;
import java.io.IOException;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Table scheme_dispute, and the transactions that disputes are about. Takes part in the caller's transaction. */
@Component
public class SchemeDisputes {
    private static final String[] COLUMNS = ("file_no line_no source business_date dispute_type reason scheme_ref rrn"
                    + " terminal_id merchant_id amount_minor cost_minor currency txn_time card_token card_masked"
                    + " answer_until transaction_id own_date own_merchant channel line why case_id")
            .split(" ");

    /** By what the scheme's own records of sales were joined with, however long ago. */
    private static final String ORIGINALS = "select t.transaction_id, t.business_date, t.merchant_id, t.channel,"
            + " t.amount_minor, coalesce((select sum(e.amount_minor) from clearing_effect e"
            + " where e.original_id = t.transaction_id and e.original_date = t.business_date), 0) as given_back,"
            + " coalesce((select -sum(d.amount_minor) from scheme_dispute d where d.transaction_id = t.transaction_id"
            + " and d.own_date = t.business_date and d.line <> ''), 0) as charged_back,"
            + " exists (select 1 from scheme_dispute d where d.transaction_id = t.transaction_id"
            + " and d.own_date = t.business_date and d.line <> '' and d.dispute_type = ? and d.scheme_ref = ?)"
            + " as told_before"
            + " from scheme_record r join transactions t"
            + " on t.business_date = r.own_date and t.transaction_id = r.transaction_id"
            + " where r.rrn = ? and r.source = ? and r.terminal_id = ? and r.currency = ? and r.standing = 'JOINED'"
            + " and r.amount_minor > 0 and t.disposition = 'SETTLED' order by t.business_date, t.transaction_id";

    private static final String OF_DATE =
            "select d.*, f.file_name from scheme_dispute d" + " join scheme_file f on f.file_no = d.file_no where d.";

    private final JdbcTemplate jdbc;
    private final BulkLoad bulk;

    SchemeDisputes(JdbcTemplate jdbc, BulkLoad bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /** A dispute as it is kept, for people. */
    public record Row(
            String source,
            String type,
            String reason,
            String currency,
            long amountMinor,
            long costMinor,
            FoundBy by,
            String line,
            String why,
            LocalDate answerUntil,
            String file,
            int lineNo,
            String caseId) {}

    /** Sales of ours that a dispute may be about; none without a reference number. */
    public List<Original> originals(SchemeSource source, Dispute dispute) {
        return dispute.rrn().isEmpty()
                ? List.of()
                : jdbc.query(
                        ORIGINALS,
                        (row, n) -> new Original(
                                row.getString(1),
                                row.getObject(2, LocalDate.class),
                                row.getString(3),
                                row.getString(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getBoolean(8)),
                        dispute.type().name(),
                        dispute.schemeRef(),
                        dispute.rrn(),
                        source.name(),
                        dispute.terminalId(),
                        dispute.currency().code());
    }

    public void add(
            SchemeSource source, LocalDate date, List<DisputeVerdict> verdicts, Function<Object, String> caseOf) {
        try (BulkRows rows = bulk.into("scheme_dispute", COLUMNS)) {
            verdicts.forEach(verdict -> add(rows, source, date, verdict, caseOf.apply(verdict)));
        }
    }

    private static void add(BulkRows rows, SchemeSource source, LocalDate date, DisputeVerdict verdict, String caseId) {
        Dispute dispute = verdict.dispute();
        Original original = verdict.original();
        rows.number(dispute.place().file()).number(dispute.place().line());
        rows.text(source.name())
                .date(date)
                .text(dispute.type().name())
                .text(dispute.reason())
                .text(dispute.schemeRef());
        rows.text(dispute.rrn()).text(dispute.terminalId()).text(dispute.merchantId());
        rows.number(dispute.amountMinor()).number(dispute.costMinor());
        rows.text(dispute.currency().code()).number(dispute.txnTime());
        rows.text(dispute.cardToken()).text(dispute.cardMasked()).date(verdict.answerUntil());
        rows.text(original == null ? null : original.transactionId());
        rows.date(original == null ? null : original.businessDate());
        rows.text(original == null ? null : original.merchantId()).text(original == null ? null : original.channel());
        rows.text(verdict.line()).text(verdict.why()).text(caseId);
        rows.end();
    }

    /** Those of a comparison, in order of source, file and line. */
    public void each(LocalDate date, SchemeBalances.Each<Row> each) throws IOException {
        List<Row> rows = jdbc.query(
                OF_DATE + "business_date = ? order by d.source, d.file_no, d.line_no",
                (row, n) -> row(row),
                Date.valueOf(date));
        for (Row row : rows) {
            each.take(row);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("source"),
                row.getString("dispute_type"),
                row.getString("reason"),
                row.getString("currency"),
                row.getLong("amount_minor"),
                row.getLong("cost_minor"),
                FoundBy.of(row),
                row.getString("line"),
                row.getString("why"),
                row.getObject("answer_until", LocalDate.class),
                row.getString("file_name"),
                row.getInt("line_no"),
                row.getString("case_id"));
    }

    /** Disputes whose last date to answer is this one and whose cases nobody has decided, in order of file and line. */
    public List<Row> unanswered(SchemeSource source, LocalDate answerUntil) {
        return jdbc.query(
                OF_DATE + "source = ? and d.answer_until = ? and exists (select 1 from review_case c"
                        + " where c.case_id = d.case_id and c.state in ('OPEN', 'PROPOSED'))"
                        + " order by d.file_no, d.line_no",
                (row, n) -> row(row),
                source.name(),
                Date.valueOf(answerUntil));
    }

    /** Everything that waits becomes this date's. */
    void apply(LocalDate businessDate) {
        jdbc.update(
                "update scheme_dispute set booked_on = ? where booked_on is null and line <> ''",
                Date.valueOf(businessDate));
    }

    List<DisputeMoves> bookedOn(LocalDate businessDate) {
        return jdbc.query(
                OF_DATE + "booked_on = ? order by d.file_no, d.line_no",
                (row, n) -> new DisputeMoves(
                        row.getString("file_name") + ":" + row.getInt("line_no"),
                        row.getString("dispute_type"),
                        row.getString("own_merchant"),
                        row.getString("channel"),
                        row.getString("line"),
                        row.getLong("amount_minor"),
                        row.getLong("cost_minor"),
                        Currency.of(row.getString("currency"))),
                Date.valueOf(businessDate));
    }
}
