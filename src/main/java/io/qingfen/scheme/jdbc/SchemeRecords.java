package io.qingfen.scheme.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.scheme.BrandFees;
import io.qingfen.scheme.Findings;
import io.qingfen.scheme.Judged;
import io.qingfen.scheme.Judged.OwnVerdict;
import io.qingfen.scheme.Judged.RecordVerdict;
import io.qingfen.scheme.OwnItem;
import io.qingfen.scheme.SchemeRecord;
import io.qingfen.scheme.SchemeSource;
import io.qingfen.scheme.Standing;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes tables scheme_record and scheme_own: every record, and what has none. */
@Component
public class SchemeRecords {
    private static final String[] OWN = ("source transaction_id business_date txn_type scheme_ref rrn terminal_id"
                    + " merchant_id amount_minor cost_minor currency txn_time standing decided_on outstanding_on"
                    + " case_id")
            .split(" ");

    private final JdbcTemplate jdbc;
    private final BulkLoad bulk;

    SchemeRecords(JdbcTemplate jdbc, BulkLoad bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /** For new records; nothing else happens in the transaction until it is closed. */
    public NewRecords adding(SchemeSource source, LocalDate date) {
        return new NewRecords(bulk.into("scheme_record", NewRecords.COLUMNS), source, date);
    }

    /** New records and items are added, earlier ones get their standing. */
    public void save(SchemeSource source, LocalDate date, Judged judged, Findings findings, BrandFees fees) {
        try (NewRecords rows = adding(source, date)) {
            judged.records().stream()
                    .filter(verdict -> verdict.record().standing() == Standing.NEW)
                    .forEach(verdict -> {
                        SchemeRecord record = verdict.record().item();
                        rows.add(verdict, fees.of(record), caseId(findings, record));
                    });
        }
        try (BulkRows rows = bulk.into("scheme_own", OWN)) {
            judged.own().stream()
                    .filter(verdict -> verdict.item().standing() == Standing.NEW)
                    .forEach(verdict -> add(rows, source, date, verdict, findings));
        }
        changeRecords(date, judged, findings);
        changeOwn(source, date, judged, findings);
    }

    private void add(BulkRows rows, SchemeSource source, LocalDate date, OwnVerdict verdict, Findings findings) {
        OwnItem item = verdict.item().item();
        rows.text(source.name()).text(item.transactionId()).date(item.businessDate());
        rows.text(item.txnType().name()).text(item.schemeRef()).text(item.rrn()).text(item.terminalId());
        rows.text(item.merchantId()).number(item.amountMinor()).number(item.costMinor());
        rows.text(item.currency().code()).number(item.txnTime());
        rows.text(verdict.standing().name()).date(date);
        rows.date(verdict.standing() == Standing.OUTSTANDING ? date : null).text(caseId(findings, item));
        rows.end();
    }

    private static String caseId(Findings findings, Object item) {
        String id = findings.caseOf(item);
        return id.isEmpty() ? null : id;
    }

    private void changeRecords(LocalDate date, Judged judged, Findings findings) {
        List<Object[]> changes = new ArrayList<>();
        for (RecordVerdict verdict : judged.records()) {
            if (verdict.record().standing() != Standing.NEW) {
                changes.add(change(date, verdict, findings));
            }
        }
        jdbc.batchUpdate(
                "update scheme_record set standing = ?, outcome = ?, decided_on = ?,"
                        + " outstanding_on = coalesce(cast(? as date), outstanding_on), transaction_id = ?, own_date = ?,"
                        + " own_minor = ?, difference_minor = ?, case_id = coalesce(cast(? as varchar), case_id)"
                        + " where file_no = ? and line_no = ?",
                changes);
    }

    private static Object[] change(LocalDate date, RecordVerdict verdict, Findings findings) {
        SchemeRecord record = verdict.record().item();
        OwnItem item = verdict.item() == null ? null : verdict.item().item();
        return new Object[] {
            verdict.standing().name(),
            verdict.outcome().name(),
            Date.valueOf(date),
            verdict.standing() == Standing.OUTSTANDING ? Date.valueOf(date) : null,
            item == null ? null : item.transactionId(),
            item == null ? null : Date.valueOf(item.businessDate()),
            item == null ? null : item.amountMinor(),
            verdict.differenceMinor(),
            caseId(findings, record),
            record.place().file(),
            record.place().line()
        };
    }

    private void changeOwn(SchemeSource source, LocalDate date, Judged judged, Findings findings) {
        List<Object[]> changes = new ArrayList<>();
        judged.records().stream()
                .map(RecordVerdict::item)
                .filter(Objects::nonNull)
                .filter(side -> side.standing() != Standing.NEW)
                .forEach(side -> changes.add(change(source, date, side.item(), Standing.JOINED, findings)));
        judged.own().stream()
                .filter(verdict -> verdict.item().standing() != Standing.NEW)
                .forEach(verdict ->
                        changes.add(change(source, date, verdict.item().item(), verdict.standing(), findings)));
        jdbc.batchUpdate(
                "update scheme_own set standing = ?, decided_on = ?,"
                        + " outstanding_on = coalesce(cast(? as date), outstanding_on),"
                        + " case_id = coalesce(cast(? as varchar), case_id)"
                        + " where source = ? and transaction_id = ? and business_date = ?",
                changes);
    }

    private static Object[] change(
            SchemeSource source, LocalDate date, OwnItem item, Standing standing, Findings findings) {
        return new Object[] {
            standing.name(),
            Date.valueOf(date),
            standing == Standing.OUTSTANDING ? Date.valueOf(date) : null,
            caseId(findings, item),
            source.name(),
            item.transactionId(),
            Date.valueOf(item.businessDate())
        };
    }
}
