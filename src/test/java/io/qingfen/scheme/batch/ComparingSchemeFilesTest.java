package io.qingfen.scheme.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.cli.Typed;
import io.qingfen.run.Audit;
import io.qingfen.run.Exit;
import io.qingfen.scheme.jdbc.UndecidedDifferences;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The sample files against the books of the plain Monday and the dates after it, with every figure reckoned by hand: see
 * sample-files/schemes/README.md.
 */
@OnBothDatabases
class ComparingSchemeFilesTest extends HomeWithSchemes {
    private final FilesOfTheWeek files = new FilesOfTheWeek(this);
    private final BookingsOfTheWeek bookings = new BookingsOfTheWeek(this);

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
            files.requireALookThatChangesNothing();
            files.requireThatAChangeBetweenTheReadingsIsSeen();

            monday();
            requireThatPayoutsWait("3 differences with the files of unionpay of 2026-03-02 wait for a decision");
            files.requireArchivedOnceAndSealed();
            files.requireNothingDoneAgain();
            files.requireRefusalsThatKeepNothing();
            tuesday();
            wednesday();
            bookings.requireThatTuesdayBookedTheCostThatMondayFound();
            bookings.requireThatDisputesAreCasesAndBookedOnce();
            requireThatWhatPeopleSettledIsExpectedFromTheScheme();
            files.requireThatWhatWasNotComparedIsNotArchived();
            files.requireNoCardNumberAnywhere();
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
        files.requireThatWhatWaitsGivesWayToANewerFile("scheme-wechat_20260303_01.csv");
        deliver("funds-wechat_20260303_01.csv", "funds-wechat_20260303_01.csv");
        files.requireThatTwoFilesOfOneNumberAreRefused("scheme-wechat_20260303_01");
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
        assertThat(lines(WED_2026_03_04, "balance.csv"))
                .contains("2026-03-04,wechat,WECHAT,CNY,0,0.00,0.00,0.00,0.00,0.00,0.00,0,0.00,0.00,0.00,0.00,0.00,0,"
                        + "78.00,78.00,-50.00,,,");
        assertThat(program.getBean(UndecidedDifferences.class).of("wechat", WED_2026_03_04))
                .hasSize(1);
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

    private List<String> proposals() {
        return strings("select c.rrn || ' ' || c.state || ' ' || p.resolution || ' ' || p.maker from case_proposal p"
                + " join review_case c on c.case_id = p.case_id where c.kind = 'UNKNOWN_OUTCOME' order by c.rrn");
    }

    private void requireThatPayoutsWait(String why) {
        Typed proposed =
                typed("payouts", "propose", "--date", "2026-03-02", "--as", "li.na", "--home", home.toString());
        assertThat(proposed.exit()).as(proposed.said()).isEqualTo(Exit.REFUSED.code());
        assertThat(proposed.said()).contains(why);
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
