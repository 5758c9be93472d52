package io.qingfen.scheme.jdbc;

import io.qingfen.bulk.BulkRows;
import io.qingfen.scheme.BrandFee;
import io.qingfen.scheme.Judged.RecordVerdict;
import io.qingfen.scheme.OwnItem;
import io.qingfen.scheme.SchemeRecord;
import io.qingfen.scheme.SchemeSource;
import io.qingfen.scheme.Standing;
import java.time.LocalDate;

/** New records of schemes on their way to table scheme_record; they stand in it once this is closed. */
public final class NewRecords implements AutoCloseable {
    static final String[] COLUMNS = ("file_no line_no source business_date txn_type original_type scheme_ref"
                    + " other_ref original_ref rrn terminal_id merchant_id amount_minor cost_minor currency txn_time"
                    + " card_token card_masked standing outcome decided_on outstanding_on transaction_id own_date"
                    + " own_minor difference_minor case_id brand_fee_minor brand_fee_file brand_fee_line")
            .split(" ");

    private final BulkRows rows;
    private final SchemeSource source;
    private final LocalDate date;

    NewRecords(BulkRows rows, SchemeSource source, LocalDate date) {
        this.rows = rows;
        this.source = source;
        this.date = date;
    }

    /**
     * One of them.
     *
     * @param fee null without one
     * @param caseId null without one
     */
    public void add(RecordVerdict verdict, BrandFee fee, String caseId) {
        add(verdict.record().item());
        rows.text(verdict.standing().name()).text(verdict.outcome().name()).date(date);
        rows.date(verdict.standing() == Standing.OUTSTANDING ? date : null);
        OwnItem item = verdict.item() == null ? null : verdict.item().item();
        rows.text(item == null ? null : item.transactionId()).date(item == null ? null : item.businessDate());
        rows.number(item == null ? null : Long.valueOf(item.amountMinor()));
        rows.number(verdict.differenceMinor()).text(caseId);
        rows.number(fee == null ? null : Long.valueOf(fee.feeMinor()));
        rows.number(fee == null ? null : Long.valueOf(fee.place().file()));
        rows.number(fee == null ? null : Long.valueOf(fee.place().line()));
        rows.end();
    }

    private void add(SchemeRecord record) {
        rows.number(record.place().file()).number(record.place().line());
        rows.text(source.name()).date(date);
        rows.text(record.txnType().name()).text(record.originalType().name());
        rows.text(record.schemeRef()).text(record.otherRef()).text(record.originalRef());
        rows.text(record.rrn()).text(record.terminalId()).text(record.merchantId());
        rows.number(record.amountMinor()).number(record.costMinor());
        rows.text(record.currency().code()).number(record.txnTime());
        rows.text(record.cardToken()).text(record.cardMasked());
    }

    @Override
    public void close() {
        rows.close();
    }
}
