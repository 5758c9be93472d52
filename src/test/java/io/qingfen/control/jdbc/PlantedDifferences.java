package io.qingfen.control.jdbc;

import io.qingfen.control.jdbc.ProvingANightTest.Planted;
import java.util.List;

/** One changed row for every control of the chain. */
final class PlantedDifferences {
    private PlantedDifferences() {}

    private static final String FRIDAY = " where business_date = '2026-02-13'";

    private static final String A_MOVE = "insert into money_move (business_date, move_key, merchant_id, currency, line,"
            + " debit_account, credit_account, amount_minor, description) values ('2026-02-13', 'X', 'M1', 'CNY',"
            + " 'ADJUSTMENTS', 'expenses:write-off', 'liabilities:merchant-payable:M1', 1, '')";

    static final List<Planted> ALL = List.of(
            new Planted("files -> records: batches", "update input_file set stated_batches = 4 where file_no = 1"),
            new Planted("files -> records: captures", "update input_file set stated_records = 9 where file_no = 1"),
            new Planted("files -> records: authorizations", "delete from input_file where file_no = 2"),
            night("records: batches", "BATCHES_REJECTED"),
            night("records: captures", "CAPTURES_PRESENT"),
            night("records: authorizations", "AUTHORIZATIONS_ACCEPTED"),
            new Planted("records -> rejects: batches", "delete from reject where record_type = 'B'"),
            new Planted("records -> rejects: captures", "delete from reject where record_type = 'D'"),
            new Planted("records -> rejects: authorizations", "update reject set record_type = 'A' where line_no = 8"),
            night("records -> judged: captures", "CAPTURES_IN"),
            night("records -> judged: authorizations", "AUTHORIZATIONS_IN"),
            new Planted("carried in: captures", "delete from open_item where item_id = 'C0'"),
            new Planted("carried in: authorizations", "update open_item set authorized_minor = 1 where item_id = 'A1'"),
            night("decisions: captures", "CAPTURES_DECIDED"),
            new Planted("decisions: authorizations", "update decided_item set authorized_minor = 301"),
            new Planted("decisions -> cases: items", "update review_case set state = 'OPEN' where case_id = 'K-M5'"),
            new Planted(
                    "decisions -> moves: suspense and withheld credits",
                    "update money_move set amount_minor = 301 where move_key = 'CASE|K-M5|SUSPENSE'"),
            new Planted("decisions -> moves: adjustments", "update decided_item set settled_minor = 199"),
            night("judged -> follow-ups: captures", "CAPTURES_TO_FOLLOW_UP"),
            night("judged -> follow-ups: authorizations", "AUTHORIZATIONS_FOLLOWED_UP"),
            night("judged + carried in -> outcomes: captures", "CAPTURES_DUPLICATE_BATCH"),
            night("judged + carried in -> outcomes: authorizations", "AUTHORIZATIONS_NOT_FINANCIAL"),
            transaction("outcomes -> transactions: captures settled", "amount_minor = amount_minor + 1", "C14"),
            new Planted(
                    "outcomes -> transactions: authorizations settled",
                    "delete from transactions where transaction_id = 'C14'"),
            transaction("outcomes -> transactions: captures not settled", "currency = 'JPY'", "C8"),
            transaction("outcomes -> transactions: authorizations not settled", "authorization_file = null", "C8"),
            transaction("outcomes -> transactions: held", "disposition = 'NOT_SETTLED'", "C9"),
            new Planted("outcomes -> failures: authorizations", "delete from failure where rrn = '11'"),
            item("outcomes -> open items: captures", "captured_minor = 7001", "C7"),
            item("outcomes -> open items: authorizations", "removed_on = '2026-02-13'", "A1"),
            new Planted("open items -> cases: items", "delete from review_case where case_id = 'K-C9'"),
            new Planted(
                    "outcomes -> cases: captures of duplicate batches",
                    "update review_case set captured_minor = 800 where case_id = 'K-B2'"),
            transaction("transactions: net", "net_minor = 9951", "C1"),
            position("settled -> positions: sales", "sales_count = 1", "M1"),
            position("settled -> positions: voids", "voids_minor = -3999", "M1"),
            position("settled -> positions: refunds", "refunds_minor = -1001", "M1"),
            transaction("settled -> positions: merchant fees", "fee_minor = 51", "C1"),
            position("other lines -> positions: credits withheld", "credits_withheld_minor = 0", "M4"),
            new Planted(
                    "other lines -> positions: deposits withheld", "delete from deposit_event where kind = 'WITHHELD'"),
            position("other lines -> positions: deposit refunds", "deposit_refund_minor = 9999", "M1"),
            position("other lines -> positions: reserves withheld", "reserve_withheld_minor = -899", "M1"),
            position("other lines -> positions: reserves released", "reserve_released_minor = 899", "M1"),
            new Planted("positions -> agent shares: merchant fees", "update agent_share set merchant_fees_minor = 46"),
            posting("results -> ledger: agent shares", "expenses:agent-share"),
            balance("sub-ledgers -> ledger: reserves", "closing_minor = -899", "liabilities:reserve:M1", "2026-02-13"),
            new Planted("other lines -> positions: decisions and bank results", A_MOVE),
            position("other lines -> positions: brought forward", "brought_forward_minor = 303", "M1"),
            position("positions: net", "net_minor = 401", "M4"),
            position("positions -> payouts + carried forward: net", "payout_minor = 14056", "M1"),
            new Planted("results -> ledger: decisions and bank results", A_MOVE),
            posting("results -> ledger: merchant fees", "income:merchant-fees"),
            posting("results -> ledger: instant fees", "income:instant-fees"),
            posting("results -> ledger: scheme costs", "expenses:scheme-cost:UNIONPAY"),
            posting("results -> ledger: scheme receivable", "assets:scheme-receivable:UNIONPAY"),
            new Planted(
                    "ledger: entries",
                    "insert into journal_entry (entry_id, business_date, entry_key, description)"
                            + " values ('E-EMPTY', '2026-02-13', 'EMPTY', '')"),
            new Planted(
                    "ledger: debits and credits",
                    "update posting set debit_minor = debit_minor + 1" + FRIDAY + " and debit_minor = 45"),
            balance("ledger: trial balance", "closing_minor = closing_minor + 1", "assets:bank", "2026-02-13"),
            balance("ledger: opening", "closing_minor = closing_minor + 1", "assets:bank", "2026-02-12"),
            balance("ledger: movements", "debits_minor = debits_minor + 1", "assets:bank", "2026-02-13"),
            balance(
                    "ledger: movements of the previous date",
                    "debits_minor = debits_minor + 1",
                    "assets:bank",
                    "2026-02-12"),
            balance("ledger: closing", "closing_minor = closing_minor + 1", "income:merchant-fees", "2026-02-13"),
            balance(
                    "sub-ledgers -> ledger: owed to merchants",
                    "closing_minor = -399",
                    "liabilities:merchant-payable:M4",
                    "2026-02-13"),
            item("sub-ledgers -> ledger: suspense", "suspense_minor = 7000", "C7"),
            new Planted(
                    "sub-ledgers -> ledger: terminal deposits",
                    "update deposit_day set held_minor = 5899 where terminal_id = 'T0000002'"),
            new Planted("sub-ledgers -> ledger: payouts in transit", "update payout set ended_on = business_date"));

    private static Planted night(String control, String measure) {
        return new Planted(
                control,
                "update night_total set item_count = item_count + 1" + FRIDAY + " and measure = '" + measure + "'");
    }

    private static Planted transaction(String control, String set, String id) {
        return new Planted(control, "update transactions set " + set + FRIDAY + " and transaction_id = '" + id + "'");
    }

    private static Planted item(String control, String set, String id) {
        return new Planted(control, "update open_item set " + set + " where item_id = '" + id + "'");
    }

    private static Planted position(String control, String set, String merchant) {
        return new Planted(control, "update position set " + set + FRIDAY + " and merchant_id = '" + merchant + "'");
    }

    private static Planted posting(String control, String account) {
        return new Planted(
                control, "update posting set account = 'assets:bank'" + FRIDAY + " and account = '" + account + "'");
    }

    private static Planted balance(String control, String set, String account, String date) {
        return new Planted(
                control,
                "update trial_balance set " + set + " where business_date = '" + date + "' and account = '" + account
                        + "'");
    }
}
