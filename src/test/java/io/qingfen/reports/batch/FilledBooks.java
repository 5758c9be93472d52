package io.qingfen.reports.batch;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of one date, put into the tables by hand. */
final class FilledBooks {
    static final LocalDate FEB_12 = LocalDate.of(2026, 2, 12);
    private static final String[] TYPES = {"SALE", "SALE", "SALE", "REFUND", "VOID"};
    private static final String[] CHANNELS = {"UNIONPAY", "WECHAT", "VISA"};

    private final JdbcTemplate jdbc;

    FilledBooks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A bit of everything, names and texts as nasty as they come. */
    void everything() {
        inputs();
        transactions(60, 7);
        cases();
        failures();
        positions();
        ledger();
        rest();
    }

    void inputs() {
        for (int number = 1; number <= 2; number++) {
            jdbc.update(
                    "insert into input_file (file_no, business_date, kind, file_date, sequence_no, file_name, sha256,"
                            + " size_bytes, line_count, trailer_line, stated_batches, stated_records, stated_amount, state) values (?, ?, ?, ?, 1, ?, ?, 100, 10, 10, 1, 8, 0, 'ROUTED')",
                    number,
                    date(FEB_12),
                    number == 1 ? "TERMINAL_BATCHES" : "AUTHORIZATIONS",
                    date(FEB_12),
                    number == 1 ? "terminal-batches_20260212_01.csv" : "authorizations_20260212_01.csv",
                    "0".repeat(64));
        }
        jdbc.update(
                "insert into input_file (file_no, business_date, kind, file_date, sequence_no, file_name, sha256,"
                        + " size_bytes, line_count, trailer_line, stated_batches, stated_records, stated_amount, state) values (3, ?, 'AUTHORIZATIONS', ?, 1,"
                        + " 'authorizations_20260210_01.csv', ?, 100, 10, 10, 1, 8, 0, 'ROUTED')",
                date(FEB_12.minusDays(2)),
                date(FEB_12.minusDays(2)),
                "0".repeat(64));
        // The second depends on when the file came and is in no output.
        jdbc.update(
                "insert into intake_notice values (?, 'authorizations_20260212_02.csv', 'REFUSED_FILE',"
                        + " 'the trailer says <9>'), (?, 'authorizations_20260213_01.csv', 'FUTURE_DATE', '')",
                date(FEB_12),
                date(FEB_12));
        jdbc.update(
                "insert into night_total values (?, 'routeRecords', '*', 'AUTHORIZATIONS_ACCEPTED', 'CNY', 100, 5000)",
                date(FEB_12));
    }

    /** In an order that is not the file's, the same for the same seed. */
    void transactions(int count, long seed) {
        Random random = new Random(seed);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(transaction(i, random));
        }
        java.util.Collections.shuffle(rows, random);
        jdbc.batchUpdate(
                "insert into transactions values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'DEBIT', ?, ?, '00', ?, 'K1', ?, ?, ?, ?, ?,"
                        + " ?, '07', '', null, null, ?, ?, ?, ?)",
                rows);
    }

    private static Object[] transaction(int number, Random random) {
        boolean settled = random.nextInt(4) > 0;
        long amount = 1 + random.nextInt(1_000_000);
        long fee = amount / 200;
        int merchant = random.nextInt(9);
        boolean dollars = random.nextInt(10) == 0;
        return new Object[] {
            date(FEB_12),
            "C20260212-01-" + number,
            "M" + merchant,
            "0000000" + random.nextInt(3),
            "00000" + random.nextInt(3),
            String.valueOf(100_000 + number),
            random.nextBoolean() ? "" : String.valueOf(100_000_000_000L + number),
            TYPES[random.nextInt(TYPES.length)],
            CHANNELS[random.nextInt(CHANNELS.length)],
            amount,
            dollars ? "JPY" : "CNY",
            settled ? "MATCHED" : "ORPHAN_CAPTURE",
            settled ? "SETTLED" : "HELD",
            settled ? fee : null,
            settled ? "=debit" : null,
            settled ? fee / 2 : null,
            settled ? amount - fee : null,
            1_770_800_000L + random.nextInt(86_400),
            1,
            number + 2,
            settled ? random.nextBoolean() ? 2 : 3 : null,
            settled ? number + 1 : null
        };
    }

    void cases() {
        kase("K1", FEB_12.minusDays(40), "OPEN", "ORPHAN_CAPTURE", "", null, "", 1_000L, "CNY");
        kase("K2", FEB_12, "OPEN", "DECLINED_CAPTURE", "", null, "51", 2_000L, "CNY");
        kase(
                "K3",
                FEB_12.minusDays(1),
                "SELF_CLEARED",
                "ORPHAN_AUTHORIZATION",
                "SELF_CLEARED",
                FEB_12,
                "00",
                30L,
                "CNY");
        kase(
                "K4",
                FEB_12.minusDays(5),
                "SELF_CLEARED",
                "ORPHAN_CAPTURE",
                "REVERSED",
                FEB_12.minusDays(1),
                "",
                1L,
                "CNY");
        kase("K5", FEB_12.minusDays(2), "SELF_CLEARED", "AMBIGUOUS", "SELF_CLEARED", FEB_12.plusDays(1), "", 5L, "JPY");
        kase("K6", FEB_12.plusDays(1), "OPEN", "AMBIGUOUS", "", null, "", 5L, "CNY");
        kase("K7", FEB_12, "OPEN", "FAILING_MERCHANT", "", null, "", 0L, "");
    }

    private void kase(
            String id,
            LocalDate opened,
            String state,
            String kind,
            String resolution,
            LocalDate closed,
            String code,
            long exposure,
            String currency) {
        jdbc.update(
                "insert into review_case (case_id, opened_on, state, kind, resolution, closed_on, subject, merchant_id,"
                        + " terminal_id, batch_no, trace_no, rrn, captured_minor, authorized_minor, currency,"
                        + " response_code, exposure_minor, capture_file, capture_line, authorization_file,"
                        + " authorization_line) values (?, ?, ?, ?, ?, ?, 'subject', 'M1', '00000001', '000001', '000002', '',"
                        + " ?, null, ?, ?, ?, 1, 7, null, null)",
                id,
                date(opened),
                state,
                kind,
                resolution,
                closed == null ? null : date(closed),
                currency.isEmpty() ? null : exposure,
                currency,
                code,
                exposure);
    }

    void failures() {
        for (int i = 0; i < 5; i++) {
            jdbc.update(
                    "insert into failure values (?, 'M1', '00000001', '000001', ?, 'SALE', 'VISA', 'CREDIT', ?, 'CNY',"
                            + " 1770854400, ?, ?, 2, ?)",
                    date(FEB_12),
                    String.valueOf(100_000_000_000L - i),
                    100L + i,
                    i == 4 ? "QQ" : "51",
                    i == 4 ? "UNKNOWN" : "DECLINED",
                    i + 1);
        }
    }

    void positions() {
        for (int merchant = 0; merchant < 4; merchant++) {
            boolean pays = merchant != 2;
            long net = pays ? 100_00L * (merchant + 1) : -5_00L;
            jdbc.update(
                    "insert into position values (?, ?, 'CNY', 3, ?, -100, -50, -20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?, ?,"
                            + " ?, ?, ?)",
                    date(FEB_12),
                    "M" + merchant,
                    net + 170,
                    net,
                    pays ? "PAYOUT" : "NEGATIVE",
                    pays ? net : 0,
                    pays ? 0 : net,
                    pays ? date(FEB_12.plusDays(1)) : null);
            if (pays) {
                payout(FEB_12, "M" + merchant, net);
            }
            total("M" + merchant, "SALES", net + 170);
            total("M" + merchant, "REFUNDS", -50);
        }
        payout(FEB_12.minusDays(3), "M0", 100_00 / 6);
        payout(FEB_12.minusDays(3), "M3", 100_00);
        lookAt("M0", "ABOVE_AVERAGE", 1, 1_666, null);
        lookAt("M1", "FIRST_PAYOUT", 0, 0, null);
        lookAt("M3", "ACCOUNT_CHANGED", 0, 0, FEB_12.minusDays(2));
        account("M3", FEB_12.minusDays(90), "old");
        account("M3", FEB_12.minusDays(2), "new");
        account("M0", FEB_12.minusDays(90), "same");
        account("M0", FEB_12.minusDays(2), "same");
    }

    private void lookAt(String merchant, String reason, long earlier, long earlierMinor, LocalDate changedOn) {
        jdbc.update(
                "insert into payout_look_at values (?, ?, ?, ?, ?, ?)",
                date(FEB_12),
                "P20260212-" + merchant,
                reason,
                earlier,
                earlierMinor,
                changedOn == null ? null : date(changedOn));
    }

    private void total(String merchant, String line, long minor) {
        jdbc.update(
                "insert into merchant_total values (?, 'clearTerminals', 'p', ?, 'CNY', 'VISA', ?, '', 3, ?)",
                date(FEB_12),
                merchant,
                line,
                minor);
    }

    private void payout(LocalDate date, String merchant, long minor) {
        jdbc.update(
                "insert into payout (payout_id, business_date, merchant_id, currency, amount_minor, account_name,"
                        + " account_masked, account_cipher, bank_code, bank_name, value_date, state)"
                        + " values (?, ?, ?, 'CNY', ?, ?, '6222****0001', ?, '102', '', ?, 'PREPARED')",
                "P" + date.toString().replace("-", "") + "-" + merchant,
                date(date),
                merchant,
                minor,
                "=cmd|' /C calc'!A0 <b>" + merchant,
                new byte[] {1},
                date(date.plusDays(1)));
    }

    private void account(String merchant, LocalDate from, String digest) {
        jdbc.update(
                "insert into merchant_account (merchant_id, valid_from, merchant_name, account_name, account_cipher,"
                        + " account_digest, account_masked, bank_code, bank_name)"
                        + " values (?, ?, ?, 'a', ?, ?, '6222****0001', '102', '')",
                merchant,
                date(from),
                "<script>alert(1)</script>老王" + merchant,
                new byte[] {1},
                digest);
    }

    /** Opening balances and one entry that moves 12.34. */
    void ledger() {
        entry(
                "E20260212-b",
                "sales; of | M1",
                "assets:scheme-receivable:VISA",
                "liabilities:merchant-payable:M1",
                1_234);
        entry("E20260212-a", "fee", "liabilities:merchant-payable:M1", "income:merchant-fees", 34);
        balance("assets:scheme-receivable:VISA", 500, 1_234, 0);
        balance("liabilities:merchant-payable:M1", -500, 34, 1_234);
        balance("income:merchant-fees", 0, 0, 34);
    }

    private void entry(String id, String description, String debit, String credit, long minor) {
        jdbc.update(
                "insert into journal_entry (entry_id, business_date, entry_key, description) values (?, ?, ?, ?)",
                id,
                date(FEB_12),
                id,
                description);
        jdbc.update("insert into posting values (?, 1, ?, ?, ?, 0, 'CNY')", id, date(FEB_12), debit, minor);
        jdbc.update("insert into posting values (?, 2, ?, ?, 0, ?, 'CNY')", id, date(FEB_12), credit, minor);
    }

    private void balance(String account, long opening, long debits, long credits) {
        jdbc.update(
                "insert into trial_balance values (?, ?, 'CNY', ?, ?, ?, ?)",
                date(FEB_12),
                account,
                opening,
                debits,
                credits,
                opening + debits - credits);
    }

    void rest() {
        jdbc.update(
                "insert into reject values (?, 1, 9, 'D', 'BAD_VALUE', 'amount', ?)", date(FEB_12), "=1+1, \"x\"\ny");
        jdbc.update("insert into reject values (?, 2, 3, 'A', 'UNKNOWN_TERMINAL', '', '')", date(FEB_12));
        jdbc.update(
                "insert into deposit_day values (?, '00000001', 'M1', 'KEYPAD-299', 'HELD', ?, ?, 29900, 'CNY', 29900, 0,"
                        + " 0, 29900, 120000, 5000000, 0, 0, 0)",
                date(FEB_12),
                date(FEB_12.minusDays(9)),
                date(FEB_12.plusDays(80)));
        jdbc.update(
                "insert into deposit_day values (?, '00000000', 'M1', 'TOUCH-598', 'SOLD', ?, null, 59800, 'CNY', 0, 0,"
                        + " 0, 0, 0, null, 0, 0, 0)",
                date(FEB_12),
                date(FEB_12.minusDays(9)));
        for (String partition : List.of("p1", "p2")) {
            jdbc.update(
                    "insert into fee_total values (?, 'clearTerminals', ?, 'M1', 'VISA', 'CREDIT', '=debit', 'CNY', 2,"
                            + " 1000, 34, 40)",
                    date(FEB_12),
                    partition);
        }
        jdbc.update(
                "insert into control_total values (?, 1, 'records', 'captures', 60, 500, 'CNY', 60, 500, true)",
                date(FEB_12));
        jdbc.update(
                "insert into control_total values (?, 2, 'payouts', 'count', 3, 0, 'XXX', 3, 0, true)", date(FEB_12));
        jdbc.update(
                "insert into terminal_volume values (?, 'clearTerminals', 'p', '00000001', 'VISA', 'CREDIT', 5, 'CNY')",
                date(FEB_12));
    }

    private static Date date(LocalDate date) {
        return Date.valueOf(date);
    }
}
