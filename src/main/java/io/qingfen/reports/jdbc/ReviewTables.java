package io.qingfen.reports.jdbc;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.money.Rounding;
import io.qingfen.reports.Explanation;
import io.qingfen.review.CaseKind;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What a person should see: cases, failures, rejects, unusual payouts. */
final class ReviewTables {
    private static final ReportTable CASES = new ReportTable(
            "cases.csv",
            "case_id,opened_on,state,kind,resolution,merchant_id,terminal_id,batch_no,trace_no,rrn,captured_amount,"
                    + "authorized_amount,currency,response_code,category,reason,suggested_action,exposure,age_days,"
                    + "capture_source,authorization_source",
            "select * from review_case where opened_on <= :date and (closed_on is null or closed_on >= :date)"
                    + " order by opened_on, case_id",
            ReviewTables::caseRow);

    private static final ReportTable FAILURES = new ReportTable(
            "failures.csv",
            "business_date,merchant_id,terminal_id,trace_no,rrn,txn_type,channel,card_type,amount,currency,txn_time,"
                    + "response_code,outcome,category,reason,suggested_action,authorization_source",
            "select * from failure where business_date = :date order by merchant_id, terminal_id, txn_time, rrn,"
                    + " authorization_file, authorization_line",
            ReviewTables::failureRow);

    private static final ReportTable REJECTS = new ReportTable(
            "rejects.csv",
            "file,line,record_type,reason,field,detail",
            "select f.file_name, r.line_no, r.record_type, r.reason, r.field, r.detail from reject r"
                    + " join input_file f on f.file_no = r.file_no where r.business_date = :date"
                    + " order by f.file_name, r.line_no",
            row -> row.code("file_name")
                    .number("line_no")
                    .code("record_type", "reason", "field")
                    .words("detail"));

    private static final ReportTable PAYOUTS_TO_LOOK_AT = new ReportTable(
            "payouts-to-look-at.csv",
            "payout_id,merchant_id,amount,currency,value_date,reason,average,changed_on",
            "select p.payout_id, p.merchant_id, p.amount_minor, p.currency, p.value_date, l.reason, l.earlier,"
                    + " l.earlier_minor, l.changed_on from payout_look_at l join payout p on p.payout_id = l.payout_id"
                    + " where l.business_date = :date order by l.payout_id, l.reason",
            ReviewTables::lookAtRow);

    static final List<ReportTable> ALL = List.of(CASES, FAILURES, REJECTS, PAYOUTS_TO_LOOK_AT);

    private ReviewTables() {}

    private static void caseRow(ReportRow row) throws SQLException {
        LocalDate closedOn = row.day("closed_on");
        // What people proposed since is not the date's: its file must not depend on when it is written.
        boolean stillOpen = closedOn == null || closedOn.isAfter(row.businessDate());
        row.code("case_id").date("opened_on");
        row.cells().code(stillOpen ? "OPEN" : row.text("state"));
        row.code("kind");
        row.cells().code(stillOpen ? "" : row.text("resolution"));
        row.code("merchant_id", "terminal_id", "batch_no", "trace_no", "rrn")
                .amounts("captured_minor", "authorized_minor")
                .code("currency", "response_code");
        explain(row, about(row, row.explanations().ofCase(row.text("kind"), row.text("response_code"))));
        row.amounts("exposure_minor");
        row.cells().number(ChronoUnit.DAYS.between(row.day("opened_on"), row.businessDate()));
        row.source("capture_file", "capture_line").source("authorization_file", "authorization_line");
    }

    /**
     * A case about a payout has no record to show: its subject says which payout and where the bank said so. That of a
     * rule of risk says what was measured, that of a scheme's file which record of it is meant.
     */
    private static Explanation about(ReportRow row, Explanation text) throws SQLException {
        return CaseKind.valueOf(row.text("kind")).isToldBySubject()
                ? row.explanations().withSubject(text, row.text("subject"))
                : text;
    }

    private static void failureRow(ReportRow row) throws SQLException {
        row.date("business_date")
                .code("merchant_id", "terminal_id", "trace_no", "rrn", "txn_type", "channel", "card_type")
                .amounts("amount_minor")
                .code("currency")
                .localTime("txn_time")
                .code("response_code", "outcome");
        explain(row, row.explanations().ofFailure(row.text("response_code")));
        row.source("authorization_file", "authorization_line");
    }

    private static void lookAtRow(ReportRow row) throws SQLException, IOException {
        row.code("payout_id", "merchant_id")
                .amounts("amount_minor")
                .code("currency")
                .date("value_date")
                .code("reason");
        long earlier = Long.parseLong(row.text("earlier"));
        if (earlier == 0) {
            row.cells().empty();
        } else {
            long average = Rounding.halfUp(Long.parseLong(row.text("earlier_minor")), earlier);
            row.cells().number(Amounts.format(average, Currency.of(row.text("currency"))));
        }
        row.date("changed_on");
    }

    private static void explain(ReportRow row, Explanation explanation) {
        row.cells().code(explanation.category()).text(explanation.reason()).text(explanation.suggestedAction());
    }
}
