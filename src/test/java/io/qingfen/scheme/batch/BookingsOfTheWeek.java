package io.qingfen.scheme.batch;

import static io.qingfen.scheme.batch.HomeWithSchemes.FEES;
import static io.qingfen.scheme.batch.HomeWithSchemes.THU_2026_03_05;
import static io.qingfen.scheme.batch.HomeWithSchemes.TUE_2026_03_03;
import static io.qingfen.scheme.batch.HomeWithSchemes.UNIONPAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.cli.Typed;
import io.qingfen.run.Exit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What nights booked of what comparisons found, and that it is proved and explained. */
final class BookingsOfTheWeek {
    private final HomeWithSchemes week;

    BookingsOfTheWeek(HomeWithSchemes week) {
        this.week = week;
    }

    /**
     * 14.63 was reckoned for 5,000.00, 14.65 is kept. Brand fees are of what was joined only: not of what is LONG, nor of what
     * its reversal undid.
     */
    void requireThatTuesdayBookedTheCostThatMondayFound() {
        assertThat(week.strings(
                        "select business_date || ' ' || move_key || ' ' || debit_account || ' ' || credit_account || ' '"
                                + " || amount_minor from money_move where move_key like 'SCHEME_COST|%'"
                                + " order by move_key"))
                .containsExactly(
                        "2026-03-03 SCHEME_COST|unionpay|2026-03-02|UNIONPAY|898310058120001|CNY|BRAND_FEE"
                                + " expenses:scheme-cost:UNIONPAY assets:scheme-receivable:UNIONPAY 6",
                        "2026-03-03 SCHEME_COST|unionpay|2026-03-02|UNIONPAY|898310059420001|CNY"
                                + " expenses:scheme-cost:UNIONPAY assets:scheme-receivable:UNIONPAY 2",
                        "2026-03-03 SCHEME_COST|unionpay|2026-03-02|UNIONPAY|898310059420001|CNY|BRAND_FEE"
                                + " expenses:scheme-cost:UNIONPAY assets:scheme-receivable:UNIONPAY 75");
        assertThat(explained("898310058120001|CNY|BRAND_FEE"))
                .contains("what unionpay keeps by its files of 2026-03-02 as brand fees")
                .contains("brand fee, the scheme keeps 0.02 CNY", "brand fee, the scheme keeps 0.04 CNY")
                .contains(FEES + ":1", FEES + ":3")
                .doesNotContain("DIFFERS");
        String first = explained("898310058120001|CNY|BRAND_FEE", "--limit", "1");
        assertThat(first).contains(FEES + ":1", "see --limit and --all").doesNotContain(FEES + ":3", "DIFFERS");
        assertThat(first.replaceAll(" +", " ")).contains("more transactions 1 x");
        assertThat(explained("898310059420001|CNY"))
                .contains("what unionpay keeps by its files of 2026-03-02 beside the cost reckoned")
                .contains("reckoned 14.63 CNY, the scheme keeps 14.65 CNY")
                .contains(UNIONPAY + ":4");
        for (String date : List.of("2026-03-02", "2026-03-03")) {
            assertThat(week.verified(date).exit())
                    .as(week.verified(date).said())
                    .isZero();
        }
        requireThatChangedRowsOfTheControlAreNoticed();
        week.jdbc().update("update scheme_cost set scheme_minor = scheme_minor + 1");
        week.jdbc()
                .update("update scheme_record set brand_fee_minor = 4 where brand_fee_minor = 3 and outcome = 'LONG'");
        assertThat(week.verified("2026-03-02").said())
                .contains("costs of schemes as their files say", "brand fees of schemes as their files say")
                .contains("[unionpay|CNY|BRAND_FEES] amount: table scheme_line says '92'")
                .contains("[unionpay|CNY|BRAND_FEES_BOOKED] amount: table scheme_line says '81'");
        week.jdbc()
                .update("update scheme_record set brand_fee_minor = 3 where brand_fee_minor = 4 and outcome = 'LONG'");
        assertThat(week.verified("2026-03-03").said()).contains("costs of schemes that the date booked");
        week.jdbc().update("update scheme_cost set scheme_minor = scheme_minor - 1");
        week.jdbc().update("update money_move set amount_minor = amount_minor + 1 where move_key like 'SCHEME_COST|%'");
        assertThat(week.verified("2026-03-03").exit()).isEqualTo(Exit.CONTROL_OPEN.code());
        week.jdbc().update("update money_move set amount_minor = amount_minor - 1 where move_key like 'SCHEME_COST|%'");
    }

    private void requireThatChangedRowsOfTheControlAreNoticed() {
        String control = "master controls of schemes";
        requireNoticed("2026-03-02", control, "scheme_record", "line_no = 2 and source = 'unionpay'");
        requireNoticed("2026-03-02", control, "scheme_line", "line = 'LONG' and source = 'unionpay'");
        requireNoticed(
                "2026-03-03",
                "what waits for the files of schemes is carried from date to date",
                "scheme_line",
                "line = 'CARRIED_OUT' and source = 'wechat' and business_date = date '2026-03-02'");
    }

    private void requireNoticed(String date, String check, String table, String rows) {
        String change = "update " + table + " set amount_minor = amount_minor %s 1 where " + rows;
        assertThat(week.jdbc().update(change.formatted("+"))).isPositive();
        Typed red = week.verified(date);
        assertThat(red.exit()).as(change).isEqualTo(Exit.CONTROL_OPEN.code());
        assertThat(red.said()).contains(check);
        week.jdbc().update(change.formatted("-"));
    }

    private String explained(String endOfKey, String... options) {
        String entry = week.jdbc()
                .queryForObject(
                        "select entry_id from journal_entry where entry_key like 'MOVE|SCHEME_COST|%' || ?",
                        String.class, endOfKey);
        List<String> arguments = new ArrayList<>(List.of("explain", entry, "--home", week.home.toString()));
        arguments.addAll(List.of(options));
        return week.typed(arguments.toArray(String[]::new)).said();
    }

    /** The merchant was paid 36.00: it is charged 36.00 and no more, and gets back 20.00. */
    void requireThatDisputesAreCasesAndBookedOnce() throws IOException {
        assertThat(week.strings(
                        "select dispute_type || ' ' || amount_minor || ' ' || line || ' ' || why from scheme_dispute"
                                + " order by file_no, line_no"))
                .containsExactly(
                        "E23 -3600 CHARGEBACKS ",
                        "E23 -100  more than what the merchant still holds of the transaction",
                        "E23 -990  no transaction of ours is known that it is about",
                        "E32 -5800  a E32 moves nothing of a merchant",
                        "E05 0  a E05 moves nothing of a merchant",
                        "E24 2000 CHARGEBACK_REVERSALS ");
        assertThat(week.count("select count(*) from review_case where kind = 'DISPUTE' and state = 'OPEN'"))
                .isEqualTo(6);
        assertThat(week.strings("select subject from review_case where kind = 'DISPUTE' and exposure_minor = 3600"))
                .containsExactly("unionpay 2026-03-03: E23 chargeback -36.00 CNY, reason 4515, rrn 030201000001, answer"
                        + " until 2026-03-06 (disputes-unionpay_20260303_01.txt:1)");
        assertThat(week.lines(TUE_2026_03_03, "disputes.csv")).hasSize(1 + 5);
        week.night(THU_2026_03_05);
        assertThat(week.strings("select move_key || ' ' || line || ' ' || debit_account || ' ' || credit_account || ' '"
                        + " || amount_minor from money_move where business_date = date '2026-03-05' order by move_key"))
                .containsExactly(
                        "DISPUTE|disputes-unionpay_20260303_01.txt:1 CHARGEBACKS"
                                + " liabilities:merchant-payable:898310058120001 assets:scheme-receivable:UNIONPAY 3600",
                        "DISPUTE|disputes-unionpay_20260303_01.txt:1|COST  assets:scheme-receivable:UNIONPAY"
                                + " expenses:scheme-cost:UNIONPAY 13",
                        "DISPUTE|disputes-unionpay_20260304_01.txt:1 CHARGEBACK_REVERSALS"
                                + " assets:scheme-receivable:UNIONPAY liabilities:merchant-payable:898310058120001 2000");
        assertThat(week.strings("select chargebacks_minor || ' ' || chargeback_reversals_minor || ' ' || net_minor from"
                        + " position where business_date = date '2026-03-05' and merchant_id = '898310058120001'"))
                .containsExactly("-3600 2000 -1600");
        assertThat(week.verified("2026-03-05").exit())
                .as(week.verified("2026-03-05").said())
                .isZero();
        String entry = week.jdbc()
                .queryForObject(
                        "select entry_id from journal_entry where entry_key = 'MOVE|DISPUTE|disputes-unionpay_20260303_01.txt:1'",
                        String.class);
        assertThat(week.typed("explain", entry, "--home", week.home.toString()).said())
                .contains("chargeback, reason 4515")
                .contains("answerUntil")
                .doesNotContain("6217000000001004");
        week.jdbc().update("update scheme_dispute set amount_minor = -3601 where amount_minor = -3600");
        assertThat(week.verified("2026-03-05").said()).contains("disputes that the date booked");
        week.jdbc().update("update scheme_dispute set amount_minor = -3600 where amount_minor = -3601");
    }
}
