package io.qingfen.scheme.batch;

import static io.qingfen.scheme.batch.HomeWithSchemes.FEES;
import static io.qingfen.scheme.batch.HomeWithSchemes.MON_2026_03_02;
import static io.qingfen.scheme.batch.HomeWithSchemes.SCHEMES;
import static io.qingfen.scheme.batch.HomeWithSchemes.TUE_2026_03_03;
import static io.qingfen.scheme.batch.HomeWithSchemes.UNIONPAY;
import static io.qingfen.scheme.batch.HomeWithSchemes.WED_2026_03_04;
import static io.qingfen.scheme.batch.HomeWithSchemes.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.cli.Typed;
import io.qingfen.reference.Sealing;
import io.qingfen.run.Exit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What became of single files: archived once and sealed, done once, refused, superseded; and no card number in clear. */
final class FilesOfTheWeek {
    private final HomeWithSchemes week;

    FilesOfTheWeek(HomeWithSchemes week) {
        this.week = week;
    }

    /** Before Monday is compared; Tuesday's files have not come. */
    void requireALookThatChangesNothing() throws IOException {
        List<String> inbox = names(week.home.resolve("inbox"));
        assertThat(inbox).hasSizeGreaterThan(5);
        assertThat(week.compare(MON_2026_03_02, "--dry-run").said())
                .contains("2026-03-02  alipay  would be compared with scheme-alipay_20260302_01.zip\n")
                .contains("  unionpay  would be compared with disputes-unionpay_20260302_01.txt, " + FEES + ", "
                        + UNIONPAY)
                .contains(
                        "  wechat  would be compared with funds-wechat_20260302_01.csv, scheme-wechat_20260302_01.csv")
                .contains("Nothing was changed (--dry-run).");
        assertThat(week.compare(TUE_2026_03_03, "--dry-run").said()).contains("business date 2026-03-03 is not closed");
        assertThat(names(week.home.resolve("inbox"))).isEqualTo(inbox);
        assertThat(week.count("select count(*) from scheme_day")).isZero();
    }

    void requireArchivedOnceAndSealed() throws IOException {
        Path archived = week.home.resolve("archive/schemes/2026-03-02");
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
        SealedFile.read(archived.resolve(UNIONPAY + ".sealed"), UNIONPAY, week.program.getBean(Sealing.class), opened);
        assertThat(opened.toByteArray()).isEqualTo(Files.readAllBytes(SCHEMES.resolve(UNIONPAY)));
        assertThat(names(week.home.resolve("inbox"))).isEmpty();
        assertThat(names(week.home.resolve("work/schemes"))).isEmpty();
    }

    void requireNothingDoneAgain() throws IOException {
        List<String> before = week.lines(MON_2026_03_02, "SHA256SUMS");
        long records = week.count("select count(*) from scheme_record");
        // A death between commit and archive.
        week.jdbc().update("update scheme_file set archived = false where file_name = ?", UNIONPAY);
        Files.copy(SCHEMES.resolve(UNIONPAY), week.home.resolve("work/schemes").resolve(UNIONPAY));
        Typed again = week.compare(MON_2026_03_02);
        assertThat(again.exit()).as(again.said()).isZero();
        assertThat(again.said()).contains("unionpay  was compared before");
        assertThat(week.compare(MON_2026_03_02, "--dry-run").said()).contains("unionpay  was compared before");
        assertThat(week.count("select count(*) from scheme_record")).isEqualTo(records);
        assertThat(week.lines(MON_2026_03_02, "SHA256SUMS")).isEqualTo(before);
        assertThat(names(week.home.resolve("work/schemes"))).isEmpty();
        week.deliver(UNIONPAY, UNIONPAY);
        assertThat(week.compare(MON_2026_03_02).said()).contains("the same bytes were taken before");
        assertThat(names(week.home.resolve("quarantine")))
                .containsExactly(UNIONPAY + ".reason.txt", UNIONPAY + ".sealed");
    }

    void requireRefusalsThatKeepNothing() throws IOException {
        Files.writeString(week.home.resolve("inbox").resolve(UNIONPAY), "other bytes\n");
        Typed other = week.compare(MON_2026_03_02);
        assertThat(other.exit()).isEqualTo(Exit.INPUT_REFUSED.code());
        assertThat(other.said()).contains("this name was used already with other bytes");
        assertThat(week.compare(WED_2026_03_04).exit()).as("not closed").isEqualTo(Exit.REFUSED.code());
    }

    /** The sender corrects its bill while the statement of funds has not come. */
    void requireThatWhatWaitsGivesWayToANewerFile(String bill) throws IOException {
        Files.writeString(week.home.resolve("inbox").resolve(bill), "the wrong one");
        assertThat(week.compare(TUE_2026_03_03, "--dry-run").said())
                .contains("put it into inbox/ as funds-wechat_20260303_01");
        assertThat(week.compare(TUE_2026_03_03).said()).contains("put it into inbox/ as funds-wechat_20260303_01");
        week.deliver(bill, bill);
        assertThat(week.compare(TUE_2026_03_03).said())
                .contains(bill + ": a newer file of this name came before it was compared; this one was not used");
        assertThat(week.home.resolve("quarantine").resolve(bill)).hasContent("the wrong one");
    }

    void requireThatTwoFilesOfOneNumberAreRefused(String name) throws IOException {
        week.deliver(name + ".csv", name + ".txt");
        Typed two = week.compare(TUE_2026_03_03);
        assertThat(two.exit()).as(two.said()).isEqualTo(Exit.INPUT_REFUSED.code());
        assertThat(two.said()).contains(name + ".txt:1: has the number of " + name + ".csv, which lies beside it");
        assertThat(week.count("select count(*) from scheme_day where source = 'wechat'"))
                .isEqualTo(1);
    }

    void requireNoCardNumberAnywhere() throws IOException {
        TreeSet<String> cards = new TreeSet<>();
        for (String line : Files.readAllLines(SCHEMES.resolve(UNIONPAY))) {
            cards.add(line.substring(42, 61).strip());
        }
        for (String line : Files.readAllLines(SCHEMES.resolve(FEES))) {
            cards.add(line.substring(134, 153).strip());
        }
        assertThat(cards).hasSizeGreaterThan(7);
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(week.home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                cards.stream().filter(text::contains).forEach(card -> found.add(file + " " + card));
            }
        }
        for (String table :
                List.of("scheme_record", "scheme_own", "scheme_brand_fee", "review_case", "audit_record", "case_act")) {
            for (Map<String, Object> row : week.jdbc().queryForList("select * from " + table)) {
                String text = row.toString();
                cards.stream().filter(text::contains).forEach(card -> found.add(table + " " + card));
            }
        }
        assertThat(found).isEmpty();
        assertThat(week.count("select count(distinct card_token) from scheme_record where card_token <> ''"))
                .isEqualTo(7);
    }
}
