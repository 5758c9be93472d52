package io.qingfen.scheme.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.cli.Typed;
import io.qingfen.reference.Sealing;
import io.qingfen.run.Audit;
import io.qingfen.run.Exit;
import io.qingfen.scheme.jdbc.UndecidedDifferences;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The sample files against the books of the plain Monday and the dates after it, with every figure reckoned by hand: see
 * sample-files/schemes/README.md.
 */
@OnBothDatabases
class ComparingSchemeFilesTest extends HomeWithSchemes {
    private static final LocalDate TUE_2026_03_03 = LocalDate.of(2026, 3, 3);
    private static final LocalDate WED_2026_03_04 = LocalDate.of(2026, 3, 4);
    private static final LocalDate THU_2026_03_05 = LocalDate.of(2026, 3, 5);
    private static final LocalDate FRI_2026_03_06 = LocalDate.of(2026, 3, 6);
    private static final String FEES = "fees-unionpay_20260302_01.txt";
    private static final String UNIONPAY = "scheme-unionpay_20260302_01.txt";

    ComparingSchemeFilesTest(TestDatabase database) {
        super(database);
    }

    @Test
    void namesEveryDifferenceAndClosesTheMasterControlOnEveryDate() throws IOException {
        FileSystemUtils.copyRecursively(STORY.resolve("home"), home);
        try (ConfigurableApplicationContext opened = opened()) {
            program = opened;
            assertThat(compare(MON_2026_03_02).exit()).as("without settings").isEqualTo(2);
            settings();
            assertThat(compare(MON_2026_03_02).said()).contains("business date 2026-03-02 is not closed");
            deliver(UNIONPAY, UNIONPAY);
            deliver("scheme-wechat_20260302_01.csv", "scheme-wechat_20260302_01.csv");
            withoutDisputes(MON_2026_03_02);
            deliver(FEES, FEES);
            deliver("funds-wechat_20260302_01.csv", "funds-wechat_20260302_01.csv");
            deliver("scheme-alipay_20260302_01.zip", "scheme-alipay_20260302_01.zip");
            night(MON_2026_03_02);
            assertThat(strings("select file_name from intake_notice")).isEmpty();
            requireThatPayoutsWait("were not compared");

            monday();
            requireThatPayoutsWait("3 differences with the files of unionpay of 2026-03-02 wait for a decision");
            requireArchivedOnceAndSealed();
            requireNothingDoneAgain();
            requireRefusalsThatKeepNothing();
            tuesday();
            wednesday();
            requireThatTuesdayBookedTheCostThatMondayFound();
            requireThatDisputesAreCasesAndBookedOnce();
            requireThatWhatPeopleSettledIsExpectedFromTheScheme();
            requireNoCardNumberAnywhere();
            assertThat(program.getBean(Audit.class).problems()).isEmpty();
            Typed verified = typed("verify", "--date", "2026-03-04", "--home", home.toString());
            assertThat(verified.exit()).as(verified.said()).isZero();
        }
    }

    /** What the files hold is told line by line in sample-files/schemes/README.md. */
    private void monday() throws IOException {
        Typed done = compare(MON_2026_03_02);
        assertThat(done.exit()).as(done.said()).isZero();
        assertThat(done.said())
                .contains("1 CONFIRMED, 1 AMOUNT_DIFFERS, 1 COST_DIFFERS, 1 CARRIED, 1 LONG, 1 UNKNOWN_TO_US, 2 NETTED")
                .contains("case  LONG unionpay 2026-03-02: SALE 58.00 CNY, rrn 030201000002 (" + UNIONPAY + ":2)");
        assertThat(done.said().lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        " + carried out -388.00 CNY 1 item",
                        " - short 1.00 CNY 1 item",
                        " brand fees 0.92 CNY booked by the next date: 0.81 CNY",
                        " of no record 0.08 CNY 3 items",
                        " funds 78.00 CNY as the records give",
                        " funds, other -50.00 CNY moved by no transaction");
        assertThat(lines(MON_2026_03_02, "funds-differences.csv")).hasSize(1);
        assertThat(lines(MON_2026_03_02, "balance.csv"))
                .contains(
                        "2026-03-02,alipay,ALIPAY,CNY,1,12.50,0.00,0.00,0.00,-3.00,0.00,2,9.50,0.00,0.00,0.00,0.00,0,,,,,,",
                        "2026-03-02,unionpay,\"UNIONPAY,UNIONPAY_QR\",CNY,4,5544.00,0.00,-388.00,0.00,135.00,1.00,7,5290.00,"
                                + "0.00,15.35,15.37,0.02,1,,,,0.92,0.08,0.81",
                        "2026-03-02,wechat,WECHAT,CNY,1,58.00,0.00,20.00,0.00,0.00,0.00,2,78.00,0.00,0.00,0.00,0.00,0,78.00,0.00,-50.00,,,");
        String page = Files.readString(home.resolve("outbox/schemes-2026-03-02/balance.html"));
        assertThat(page)
                .contains("资金平衡表", "unionpay · CNY", "减：短款", "5,290.00", "15.37")
                .contains("资金账单", "-50.00")
                .contains("品牌服务费（单独文件）", "由下一业务日入账的品牌服务费", "0.81");
        assertThat(lines(MON_2026_03_02, "fees-differences.csv"))
                .extracting(line -> line.replaceAll(",[^,]*$", ""))
                .contains("2026-03-02,unionpay,NO_RECORD,CNY,10.00,0.05,030201000099,48021000480210000000990302113000,"
                        + "10000001,898310058120001,621700******9007,fees-unionpay_20260302_01.txt,8")
                .hasSize(1 + 3);
        assertThat(strings("select subject || ' ' || exposure_minor from review_case where kind = 'BRAND_FEES_DIFFER'"))
                .containsExactly("unionpay 2026-03-02: brand fees 0.92 CNY in 9 lines; of no record: 3, 0.08 CNY;"
                        + " first fees-unionpay_20260302_01.txt:7 TWICE 0.02 CNY 8");
        assertThat(lines(MON_2026_03_02, "SHA256SUMS"))
                .filteredOn(line -> line.contains("  balance."))
                .hasSize(4);
        assertThat(lines(MON_2026_03_02, "differences.csv"))
                .anyMatch(line -> line.startsWith(
                        "2026-03-02,unionpay,AMOUNT_DIFFERS,SALE,CNY,119.00,120.00,-1.00,0.58," + "030201000004,"))
                .anyMatch(
                        line -> line.contains(",622260******") && line.contains("UNKNOWN_TO_US,SALE,CNY,77.00,,77.00"))
                .hasSize(1 + 1 + 6 + 1 + 1);
        assertThat(strings("select kind || ' ' || opened_on || ' ' || exposure_minor || ' ' || rrn from review_case"
                        + " where kind in ('LONG', 'SHORT', 'UNKNOWN_TO_US', 'AMOUNT_DIFFERS', 'COST_DIFFERS')"
                        + " order by kind, exposure_minor"))
                .containsExactly(
                        "AMOUNT_DIFFERS 2026-03-03 100 030201000004",
                        "COST_DIFFERS 2026-03-03 2 ",
                        "LONG 2026-03-03 5800 030201000002",
                        "UNKNOWN_TO_US 2026-03-03 300 ",
                        "UNKNOWN_TO_US 2026-03-03 7700 030221000010");
        requireThatTheCaseSays("kind = 'LONG'", "DO_NOT_SETTLE: not ours to keep: give it back by a credit adjustment");
        requireThatTheCaseSays("kind = 'AMOUNT_DIFFERS'", "DO_NOT_SETTLE: the scheme pays less than was cleared");
        requireThatTheCaseSays("exposure_minor = 7700", "WAIT: ask the scheme whose it is");
    }

    private void requireThatTheCaseSays(String where, String suggested) {
        String id = jdbc().queryForObject("select case_id from review_case where " + where, String.class);
        assertThat(typed("cases", "show", id, "--home", home.toString()).said()).contains("suggested   " + suggested);
    }

    /** The sale of 388.00 is still in no file: given up. What WeChat counted before midnight is in our books now. */
    private void tuesday() throws IOException {
        Files.writeString(home.resolve("inbox/authorizations_20260303_01.csv"), """
                H,AUTHORIZATIONS,1,2026-03-03,1
                A,030201000005,898310058120001,10000001,000008,000005,SALE,WECHAT,,,WALLET,DOMESTIC,20.00,CNY,2026-03-02T23:30:00,00,800005,,,W030201000005
                A,030301000006,898310058120001,10000001,000008,000006,SALE,UNIONPAY,,,DEBIT,DOMESTIC,66.00,CNY,2026-03-03T10:00:00,98,,,,
                A,030301000007,898310058120001,10000001,000008,000007,SALE,UNIONPAY,,,DEBIT,DOMESTIC,67.00,CNY,2026-03-03T10:05:00,98,,,,
                T,3,153.00
                """);
        Files.writeString(home.resolve("inbox/terminal-batches_20260303_01.csv"), """
                H,TERMINAL_BATCHES,1,2026-03-03,1
                B,898310058120001,10000001,000008,2026-03-03T22:40:00,CNY,1,20.00,0,0.00
                D,000005,SALE,,,20.00,2026-03-02T23:30:00,030201000005,800005,031,,
                T,1,1,20.00
                """);
        night(TUE_2026_03_03);
        night(WED_2026_03_04);
        deliver("scheme-unionpay_20260303_01.txt", "scheme-unionpay_20260304_01.txt");
        represent(20_00);
        withoutFees(WED_2026_03_04);
        Typed early = compare(WED_2026_03_04);
        assertThat(early.exit()).isEqualTo(Exit.REFUSED.code());
        assertThat(early.said()).contains("unionpay: 2026-03-03 comes before 2026-03-04; put its file into the inbox");
        Files.write(
                home.resolve("inbox/scheme-unionpay_20260303_01.txt"),
                AcomLines.file(
                        "\n",
                        true,
                        List.of(AcomLines.bytes(
                                AcomLines.ACOM,
                                AcomLines.sale(
                                        "amount",
                                        "6600",
                                        "rrn",
                                        "030301000006",
                                        "stan",
                                        "000006",
                                        "trans_datetime",
                                        "0303100000")))));
        deliver("disputes-unionpay_20260303_01.txt", "disputes-unionpay_20260303_01.txt");
        assertThat(compare(TUE_2026_03_03).said()).contains("put it into inbox/ as fees-unionpay_20260303_01");
        withoutFees(TUE_2026_03_03);
        withoutBill(TUE_2026_03_03);
        Typed waiting = compare(TUE_2026_03_03);
        assertThat(waiting.exit()).as("WeChat has not come").isEqualTo(Exit.WAITING.code());
        requireThatWhatWaitsGivesWayToANewerFile("scheme-wechat_20260303_01.csv");
        deliver("funds-wechat_20260303_01.csv", "funds-wechat_20260303_01.csv");
        requireThatTwoFilesOfOneNumberAreRefused("scheme-wechat_20260303_01");
        Typed done = compare(TUE_2026_03_03);
        assertThat(done.exit()).as(done.said()).isZero();
        assertThat(lines(TUE_2026_03_03, "balance.csv"))
                .contains(
                        "2026-03-03,unionpay,\"UNIONPAY,UNIONPAY_QR\",CNY,0,0.00,-388.00,0.00,-104.90,66.00,388.00,6,-38.90,0.00,"
                                + "0.00,0.00,0.00,0,,,,0.00,0.00,0.00",
                        "2026-03-03,wechat,WECHAT,CNY,1,20.00,20.00,0.00,0.00,0.00,0.00,0,0.00,0.00,0.00,0.00,0.00,0,0.00,0.00,0.00,,,");
        assertThat(strings("select state || ' ' || exposure_minor from review_case where kind = 'SHORT'"))
                .containsExactly("OPEN 38800");
        requireThatTheCaseSays("kind = 'SHORT'", "WAIT: claim it from the scheme or wait");
        assertThat(waiting.said())
                .contains("1 LONG")
                .contains("SETTLE_AUTHORIZED, since scheme-unionpay_20260303_01.txt:1");
        assertThat(proposals()).containsExactly("030301000006 PROPOSED SETTLE_AUTHORIZED system");
        assertThat(waiting.said())
                .contains(
                        "E23 -36.00 CNY, rrn 030201000001 (disputes-unionpay_20260303_01.txt:1): the last date to answer"
                                + " is 2026-03-06");
    }

    /** The sender corrects its bill while the statement of funds has not come. */
    private void requireThatWhatWaitsGivesWayToANewerFile(String bill) throws IOException {
        Files.writeString(home.resolve("inbox").resolve(bill), "the wrong one");
        assertThat(compare(TUE_2026_03_03).said()).contains("put it into inbox/ as funds-wechat_20260303_01");
        deliver(bill, bill);
        assertThat(compare(TUE_2026_03_03).said())
                .contains(bill + ": a newer file of this name came before it was compared; this one was not used");
        assertThat(home.resolve("quarantine").resolve(bill)).hasContent("the wrong one");
    }

    private void requireThatTwoFilesOfOneNumberAreRefused(String name) throws IOException {
        deliver(name + ".csv", name + ".txt");
        Typed two = compare(TUE_2026_03_03);
        assertThat(two.exit()).as(two.said()).isEqualTo(Exit.INPUT_REFUSED.code());
        assertThat(two.said()).contains(name + ".txt:1: has the number of " + name + ".csv, which lies beside it");
        assertThat(count("select count(*) from scheme_day where source = 'wechat'"))
                .isEqualTo(1);
    }

    /** The sale comes after all: its case closes by itself, what was short comes back. */
    private void wednesday() throws IOException {
        withoutBill(WED_2026_03_04);
        Files.writeString(
                home.resolve("inbox/scheme-wechat_20260304_01.csv"),
                Files.readString(SCHEMES.resolve("scheme-wechat_20260303_01.csv")));
        Files.writeString(
                home.resolve("inbox/funds-wechat_20260304_01.csv"),
                Files.readString(SCHEMES.resolve("funds-wechat_20260302_01.csv"))
                        .replace("2026-03-02", "2026-03-04"));
        Typed done = compare(WED_2026_03_04);
        assertThat(done.exit()).as(done.said()).isZero();
        assertThat(proposals())
                .containsExactly(
                        "030301000006 PROPOSED SETTLE_AUTHORIZED system", "030301000007 PROPOSED DO_NOT_SETTLE system");
        assertThat(compare(WED_2026_03_04).said()).as("proposed once").doesNotContain("proposed, approve it");
        assertThat(done.said()).contains("1 case closed: the counterpart has come");
        assertThat(lines(WED_2026_03_04, "balance.csv"))
                .contains(
                        "2026-03-04,unionpay,\"UNIONPAY,UNIONPAY_QR\",CNY,0,0.00,0.00,0.00,20.00,0.00,-388.00,2,408.00,"
                                + "0.00,1.88,1.88,0.00,0,,,,0.00,0.00,0.00");
        requireThatFundsWithoutRecordsAreACase();
        assertThat(strings(
                        "select state || ' ' || resolution || ' ' || closed_on from review_case where kind = 'SHORT'"))
                .containsExactly("SELF_CLEARED SELF_CLEARED 2026-03-05");
    }

    /** WeChat's own bill of Wednesday has no transactions, its account moved 78.00. */
    private void requireThatFundsWithoutRecordsAreACase() throws IOException {
        assertThat(lines(WED_2026_03_04, "funds-differences.csv"))
                .containsExactly(
                        "business_date,source,currency,key,records_amount,funds_amount,difference,file,line",
                        "2026-03-04,wechat,CNY,W030201000003,0.00,58.00,58.00,funds-wechat_20260304_01.csv,3",
                        "2026-03-04,wechat,CNY,W030201000005,0.00,20.00,20.00,funds-wechat_20260304_01.csv,4");
        assertThat(strings("select subject || ' ' || exposure_minor from review_case where kind = 'FUNDS_DIFFER'"))
                .containsExactly("wechat 2026-03-04: funds 78.00 CNY, records 0.00 CNY; differing: 2, first"
                        + " W030201000003: 58.00 CNY, records 0.00 CNY 7800");
        assertThat(program.getBean(UndecidedDifferences.class).of("wechat", WED_2026_03_04))
                .hasSize(1);
    }

    /**
     * 14.63 was reckoned for 5,000.00, 14.65 is kept. Brand fees are of what was joined only: not of what is LONG, nor of what
     * its reversal undid.
     */
    private void requireThatTuesdayBookedTheCostThatMondayFound() {
        assertThat(strings(
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
        assertThat(explained("898310059420001|CNY"))
                .contains("what unionpay keeps by its files of 2026-03-02 beside the cost reckoned")
                .contains("reckoned 14.63 CNY, the scheme keeps 14.65 CNY")
                .contains(UNIONPAY + ":4");
        for (String date : List.of("2026-03-02", "2026-03-03")) {
            assertThat(verified(date).exit()).as(verified(date).said()).isZero();
        }
        jdbc().update("update scheme_cost set scheme_minor = scheme_minor + 1");
        assertThat(verified("2026-03-02").said())
                .contains("costs of schemes as their files say", "brand fees of schemes as their files say");
        assertThat(verified("2026-03-03").said()).contains("costs of schemes that the date booked");
        jdbc().update("update scheme_cost set scheme_minor = scheme_minor - 1");
        jdbc().update("update money_move set amount_minor = amount_minor + 1 where move_key like 'SCHEME_COST|%'");
        assertThat(verified("2026-03-03").exit()).isEqualTo(Exit.CONTROL_OPEN.code());
        jdbc().update("update money_move set amount_minor = amount_minor - 1 where move_key like 'SCHEME_COST|%'");
    }

    private String explained(String endOfKey) {
        String entry = jdbc().queryForObject(
                        "select entry_id from journal_entry where entry_key like 'MOVE|SCHEME_COST|%' || ?",
                        String.class, endOfKey);
        return typed("explain", entry, "--home", home.toString()).said();
    }

    /** The merchant was paid 36.00: it is charged 36.00 and no more, and gets back 20.00. */
    private void requireThatDisputesAreCasesAndBookedOnce() throws IOException {
        assertThat(strings("select dispute_type || ' ' || amount_minor || ' ' || line || ' ' || why from scheme_dispute"
                        + " order by file_no, line_no"))
                .containsExactly(
                        "E23 -3600 CHARGEBACKS ",
                        "E23 -100  more than what the merchant still holds of the transaction",
                        "E23 -990  no transaction of ours is known that it is about",
                        "E32 -5800  a E32 moves nothing of a merchant",
                        "E05 0  a E05 moves nothing of a merchant",
                        "E24 2000 CHARGEBACK_REVERSALS ");
        assertThat(count("select count(*) from review_case where kind = 'DISPUTE' and state = 'OPEN'"))
                .isEqualTo(6);
        assertThat(strings("select subject from review_case where kind = 'DISPUTE' and exposure_minor = 3600"))
                .containsExactly("unionpay 2026-03-03: E23 chargeback -36.00 CNY, reason 4515, rrn 030201000001, answer"
                        + " until 2026-03-06 (disputes-unionpay_20260303_01.txt:1)");
        assertThat(lines(TUE_2026_03_03, "disputes.csv")).hasSize(1 + 5);
        night(THU_2026_03_05);
        assertThat(strings("select move_key || ' ' || line || ' ' || debit_account || ' ' || credit_account || ' '"
                        + " || amount_minor from money_move where business_date = date '2026-03-05' order by move_key"))
                .containsExactly(
                        "DISPUTE|disputes-unionpay_20260303_01.txt:1 CHARGEBACKS"
                                + " liabilities:merchant-payable:898310058120001 assets:scheme-receivable:UNIONPAY 3600",
                        "DISPUTE|disputes-unionpay_20260303_01.txt:1|COST  assets:scheme-receivable:UNIONPAY"
                                + " expenses:scheme-cost:UNIONPAY 13",
                        "DISPUTE|disputes-unionpay_20260304_01.txt:1 CHARGEBACK_REVERSALS"
                                + " assets:scheme-receivable:UNIONPAY liabilities:merchant-payable:898310058120001 2000");
        assertThat(strings("select chargebacks_minor || ' ' || chargeback_reversals_minor || ' ' || net_minor from"
                        + " position where business_date = date '2026-03-05' and merchant_id = '898310058120001'"))
                .containsExactly("-3600 2000 -1600");
        assertThat(verified("2026-03-05").exit())
                .as(verified("2026-03-05").said())
                .isZero();
        String entry = jdbc().queryForObject(
                        "select entry_id from journal_entry where entry_key = 'MOVE|DISPUTE|disputes-unionpay_20260303_01.txt:1'",
                        String.class);
        assertThat(typed("explain", entry, "--home", home.toString()).said())
                .contains("chargeback, reason 4515")
                .contains("answerUntil")
                .doesNotContain("6217000000001004");
        jdbc().update("update scheme_dispute set amount_minor = -3601 where amount_minor = -3600");
        assertThat(verified("2026-03-05").said()).contains("disputes that the date booked");
        jdbc().update("update scheme_dispute set amount_minor = -3600 where amount_minor = -3601");
    }

    /** The scheme paid 66.00 on Tuesday, which nobody knew here: LONG until the settled case expects it. */
    private void requireThatWhatPeopleSettledIsExpectedFromTheScheme() throws IOException {
        String unknown = jdbc().queryForObject(
                        "select case_id from review_case where kind = 'UNKNOWN_OUTCOME' and rrn = '030301000006'",
                        String.class);
        Typed approved = typed("cases", "approve", unknown, "--as", "li.na", "--home", home.toString());
        assertThat(approved.exit()).as(approved.said()).isZero();
        night(FRI_2026_03_06);
        withoutRecords(THU_2026_03_05);
        compare(THU_2026_03_05);
        assertThat(longCase()).containsExactly("OPEN");
        jdbc().update("update scheme_dispute set answer_until = date '2026-03-05' where amount_minor = -3600");
        withoutRecords(FRI_2026_03_06);
        Typed done = compare(FRI_2026_03_06);
        assertThat(done.said())
                .contains("1 CONFIRMED")
                .contains(
                        "E23 -36.00 CNY, rrn 030201000001 (disputes-unionpay_20260303_01.txt:1): the last date to answer"
                                + " was 2026-03-05, it is over");
        assertThat(lines(FRI_2026_03_06, "balance.csv"))
                .contains(
                        "2026-03-06,unionpay,\"UNIONPAY,UNIONPAY_QR\",CNY,1,66.00,0.00,0.00,0.00,-66.00,0.00,0,0.00,0.00,"
                                + "0.00,0.00,0.00,0,,,,0.00,0.00,0.00");
        assertThat(longCase()).containsExactly("SELF_CLEARED");
        jdbc().update("update scheme_dispute set answer_until = date '2026-03-06' where amount_minor = -3600");
        assertThat(verified("2026-03-06").exit())
                .as(verified("2026-03-06").said())
                .isZero();
    }

    private List<String> longCase() {
        return strings("select state from review_case where kind = 'LONG' and rrn = '030301000006'");
    }

    private void withoutRecords(LocalDate date) throws IOException {
        Files.createFile(home.resolve("inbox/scheme-unionpay_" + date.toString().replace("-", "") + "_01.txt"));
        withoutDisputes(date);
        withoutFees(date);
    }

    private void withoutFees(LocalDate date) throws IOException {
        Files.createFile(home.resolve("inbox/fees-unionpay_" + date.toString().replace("-", "") + "_01.txt"));
    }

    private void represent(long minor) throws IOException {
        String sample =
                Files.readString(SCHEMES.resolve("disputes-unionpay_20260303_01.txt"), StandardCharsets.ISO_8859_1);
        String first = sample.substring(0, sample.indexOf('\n') + 1);
        Files.writeString(
                home.resolve("inbox/disputes-unionpay_20260304_01.txt"),
                first.replace("E23", "E24")
                        .replace("000000003600 0220", String.format("%012d 0220", minor))
                        .replace("000000000013", "000000000000"),
                StandardCharsets.ISO_8859_1);
    }

    private void withoutDisputes(LocalDate date) throws IOException {
        Files.createFile(
                home.resolve("inbox/disputes-unionpay_" + date.toString().replace("-", "") + "_01.txt"));
    }

    private List<String> proposals() {
        return strings("select c.rrn || ' ' || c.state || ' ' || p.resolution || ' ' || p.maker from case_proposal p"
                + " join review_case c on c.case_id = p.case_id where c.kind = 'UNKNOWN_OUTCOME' order by c.rrn");
    }

    private Typed verified(String date) {
        return typed("verify", "--date", date, "--home", home.toString());
    }

    private void requireThatPayoutsWait(String why) {
        Typed proposed =
                typed("payouts", "propose", "--date", "2026-03-02", "--as", "li.na", "--home", home.toString());
        assertThat(proposed.exit()).as(proposed.said()).isEqualTo(Exit.REFUSED.code());
        assertThat(proposed.said()).contains(why);
    }

    private void requireArchivedOnceAndSealed() throws IOException {
        Path archived = home.resolve("archive/schemes/2026-03-02");
        assertThat(names(archived))
                .containsExactly(
                        "disputes-unionpay_20260302_01.txt.sealed",
                        "disputes-unionpay_20260302_01.txt.sha256",
                        FEES + ".sealed",
                        FEES + ".sha256",
                        "funds-wechat_20260302_01.csv",
                        "funds-wechat_20260302_01.csv.sha256",
                        "scheme-alipay_20260302_01.zip",
                        "scheme-alipay_20260302_01.zip.sha256",
                        "scheme-unionpay_20260302_01.txt.sealed",
                        "scheme-unionpay_20260302_01.txt.sha256",
                        "scheme-wechat_20260302_01.csv",
                        "scheme-wechat_20260302_01.csv.sha256");
        ByteArrayOutputStream opened = new ByteArrayOutputStream();
        SealedFile.read(archived.resolve(UNIONPAY + ".sealed"), UNIONPAY, program.getBean(Sealing.class), opened);
        assertThat(opened.toByteArray()).isEqualTo(Files.readAllBytes(SCHEMES.resolve(UNIONPAY)));
        assertThat(names(home.resolve("inbox"))).isEmpty();
        assertThat(names(home.resolve("work/schemes"))).isEmpty();
    }

    private void requireNothingDoneAgain() throws IOException {
        List<String> before = lines(MON_2026_03_02, "SHA256SUMS");
        long records = count("select count(*) from scheme_record");
        // A death between commit and archive.
        jdbc().update("update scheme_file set archived = false where file_name = ?", UNIONPAY);
        Files.copy(SCHEMES.resolve(UNIONPAY), home.resolve("work/schemes").resolve(UNIONPAY));
        Typed again = compare(MON_2026_03_02);
        assertThat(again.exit()).as(again.said()).isZero();
        assertThat(again.said()).contains("unionpay  was compared before");
        assertThat(count("select count(*) from scheme_record")).isEqualTo(records);
        assertThat(lines(MON_2026_03_02, "SHA256SUMS")).isEqualTo(before);
        assertThat(names(home.resolve("work/schemes"))).isEmpty();
        deliver(UNIONPAY, UNIONPAY);
        assertThat(compare(MON_2026_03_02).said()).contains("the same bytes were taken before");
        assertThat(names(home.resolve("quarantine"))).containsExactly(UNIONPAY + ".reason.txt", UNIONPAY + ".sealed");
    }

    private void requireRefusalsThatKeepNothing() throws IOException {
        Files.writeString(home.resolve("inbox").resolve(UNIONPAY), "other bytes\n");
        Typed other = compare(MON_2026_03_02);
        assertThat(other.exit()).isEqualTo(Exit.INPUT_REFUSED.code());
        assertThat(other.said()).contains("this name was used already with other bytes");
        assertThat(compare(WED_2026_03_04).exit()).as("not closed").isEqualTo(Exit.REFUSED.code());
    }

    private void requireNoCardNumberAnywhere() throws IOException {
        TreeSet<String> cards = new TreeSet<>();
        for (String line : Files.readAllLines(SCHEMES.resolve(UNIONPAY))) {
            cards.add(line.substring(42, 61).strip());
        }
        for (String line : Files.readAllLines(SCHEMES.resolve(FEES))) {
            cards.add(line.substring(134, 153).strip());
        }
        assertThat(cards).hasSizeGreaterThan(7);
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                cards.stream().filter(text::contains).forEach(card -> found.add(file + " " + card));
            }
        }
        for (String table :
                List.of("scheme_record", "scheme_own", "scheme_brand_fee", "review_case", "audit_record", "case_act")) {
            for (Map<String, Object> row : jdbc().queryForList("select * from " + table)) {
                String text = row.toString();
                cards.stream().filter(text::contains).forEach(card -> found.add(table + " " + card));
            }
        }
        assertThat(found).isEmpty();
        assertThat(count("select count(distinct card_token) from scheme_record where card_token <> ''"))
                .isEqualTo(7);
    }

    private void settings() throws IOException {
        Files.writeString(
                home.resolve("schemes.yml"),
                Files.readString(SCHEMES.resolve("schemes.yml"))
                        .replace(
                                "cutOff: \"23:00\"",
                                "disputes: unionpay-aerra\n    fees: unionpay-alfee\n    bookFees: true\n    cutOff: \"23:00\"\n    disputeDays: 3\n    carryDays: 1\n    requireConfirmation: true"));
    }
}
