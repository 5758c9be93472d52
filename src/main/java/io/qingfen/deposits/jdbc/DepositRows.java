package io.qingfen.deposits.jdbc;

import io.qingfen.bulk.BulkRows;
import io.qingfen.deposits.Deposit;
import io.qingfen.deposits.DepositBalance;
import io.qingfen.deposits.DepositRun;
import io.qingfen.deposits.DepositState;
import io.qingfen.deposits.DepositTerms;
import io.qingfen.deposits.Progress;
import io.qingfen.money.Currency;
import io.qingfen.reference.Snapshot;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Rows of table deposit. */
final class DepositRows {
    static final String[] COLUMNS = {
        "terminal_id",
        "merchant_id",
        "policy",
        "state",
        "activated_on",
        "window_ends_on",
        "amount_minor",
        "currency",
        "collected_minor",
        "refunded_minor",
        "forfeited_minor",
        "counted_minor",
        "counted_through",
        "earned_minor",
        "month_minor",
        "months_met",
        "history_complete",
        "case_opened_on",
        "changed_on"
    };

    private DepositRows() {}

    static void write(BulkRows rows, Deposit deposit) {
        rows.text(deposit.terms().terminalId());
        terms(rows, deposit);
        money(rows, deposit.balance());
        Progress progress = deposit.progress();
        rows.number(progress.countedMinor()).date(progress.through()).number(progress.earnedMinor());
        rows.number(progress.monthMinor()).number(progress.monthsMet());
        rows.text(Boolean.toString(deposit.historyComplete())).date(deposit.caseOpenedOn());
        rows.date(deposit.changedOn()).end();
    }

    /** merchant_id, policy, state, activated_on, window_ends_on, amount_minor, currency. */
    static void terms(BulkRows rows, Deposit deposit) {
        DepositTerms terms = deposit.terms();
        rows.text(terms.merchantId())
                .text(terms.policy().id())
                .text(deposit.state().name());
        rows.date(terms.activatedOn()).date(terms.windowEndsOn());
        rows.number(terms.amountMinor()).text(terms.currency().code());
    }

    /** collected_minor, refunded_minor, forfeited_minor. */
    static void money(BulkRows rows, DepositBalance balance) {
        rows.number(balance.collectedMinor()).number(balance.refundedMinor()).number(balance.forfeitedMinor());
    }

    static Deposit read(ResultSet row, Snapshot snapshot) throws SQLException {
        return new Deposit(
                readTerms(row, snapshot),
                DepositState.valueOf(row.getString("state")),
                new DepositBalance(
                        row.getLong("collected_minor"), row.getLong("refunded_minor"), row.getLong("forfeited_minor")),
                readProgress(row),
                row.getBoolean("history_complete"),
                date(row, "case_opened_on"),
                date(row, "changed_on"));
    }

    private static DepositTerms readTerms(ResultSet row, Snapshot snapshot) throws SQLException {
        LocalDate activatedOn = date(row, "activated_on");
        return new DepositTerms(
                row.getString("terminal_id"),
                row.getString("merchant_id"),
                activatedOn,
                date(row, "window_ends_on"),
                row.getLong("amount_minor"),
                Currency.of(row.getString("currency")),
                DepositRun.policy(snapshot, row.getString("policy"), activatedOn));
    }

    private static Progress readProgress(ResultSet row) throws SQLException {
        return new Progress(
                row.getLong("counted_minor"),
                date(row, "counted_through"),
                row.getLong("earned_minor"),
                row.getLong("month_minor"),
                row.getInt("months_met"));
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        Date date = row.getDate(column);
        return date == null ? null : date.toLocalDate();
    }
}
