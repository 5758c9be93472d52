package io.qingfen.reports.jdbc;

import java.util.List;

/** The ledger of the date and the proof of the night. */
final class BooksTables {
    private static final ReportTable JOURNAL = new ReportTable(
            "journal.csv",
            "entry_id,business_date,posting_no,account,debit,credit,currency,description",
            "select e.entry_id, e.business_date, p.posting_no, p.account, p.debit_minor, p.credit_minor, p.currency,"
                    + " e.description from journal_entry e join posting p on p.entry_id = e.entry_id"
                    + " where e.business_date = :date order by e.entry_id, p.posting_no",
            row -> row.code("entry_id")
                    .date("business_date")
                    .number("posting_no")
                    .code("account")
                    .amounts("debit_minor", "credit_minor")
                    .code("currency")
                    .words("description"));

    private static final ReportTable TRIAL_BALANCE = new ReportTable(
            "trial-balance.csv",
            "account,currency,opening,debits,credits,closing",
            "select account, currency, opening_minor, debits_minor, credits_minor, closing_minor from trial_balance"
                    + " where business_date = :date order by account, currency",
            row -> row.code("account", "currency")
                    .amounts("opening_minor", "debits_minor", "credits_minor", "closing_minor"));

    private static final ReportTable CONTROL_TOTALS = new ReportTable(
            "control-totals.csv",
            "boundary,side,count,amount,currency,counterpart_count,counterpart_amount,closed",
            "select boundary, side, item_count, amount_minor, currency, counterpart_count, counterpart_minor, closed"
                    + " from control_total where business_date = :date order by position_no",
            row -> {
                row.code("boundary", "side")
                        .number("item_count")
                        .amounts("amount_minor")
                        .code("currency");
                row.number("counterpart_count").amounts("counterpart_minor");
                row.cells().code(row.flag("closed") ? "true" : "false");
            });

    static final List<ReportTable> ALL = List.of(JOURNAL, TRIAL_BALANCE, CONTROL_TOTALS);

    private BooksTables() {}
}
