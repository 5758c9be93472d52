package io.qingfen.scheme.batch;

import static io.qingfen.scheme.batch.HomeWithSchemes.FEES;
import static io.qingfen.scheme.batch.HomeWithSchemes.MON_2026_03_02;
import static io.qingfen.scheme.batch.HomeWithSchemes.SCHEMES;
import static io.qingfen.scheme.batch.HomeWithSchemes.THU_2026_03_05;
import static io.qingfen.scheme.batch.HomeWithSchemes.TUE_2026_03_03;
import static io.qingfen.scheme.batch.HomeWithSchemes.UNIONPAY;
import static io.qingfen.scheme.batch.HomeWithSchemes.WED_2026_03_04;
import static io.qingfen.scheme.batch.HomeWithSchemes.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.cli.Typed;
import io.qingfen.faults.PlannedFaults;
import io.qingfen.reference.Sealing;
import io.qingfen.run.Exit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What became of single files: archived once and sealed, done once, refused, superseded; and no card number in clear. */
final class FilesOfTheWeek {
    private static final byte[] OTHER = "other bytes\n".getBytes(StandardCharsets.UTF_8);
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

    /** One source that is stopped stops no other; the files stand as they were before when this returns. */
    void requireThatAChangeBetweenTheReadingsIsSeen() throws IOException {
        Map<String, String> files = new TreeMap<>(Map.of(
                "alipay", "scheme-alipay_20260302_01.zip",
                "unionpay", "scheme-unionpay_20260302_01.txt",
                "wechat", "scheme-wechat_20260302_01.csv"));
        Map<String, byte[]> sent = new TreeMap<>();
        for (String file : files.values()) {
            sent.put(file, Files.readAllBytes(week.home.resolve("inbox").resolve(file)));
        }
        Path taken = week.home.resolve("work/schemes");
        List<String> struck = new ArrayList<>();
        PlannedFaults.within((point, what) -> {
            if (point.equals("schemes:read")) {
                struck.add(what);
                // perhaps the same records in other bytes: nothing but its hash tells
                write(taken.resolve(files.get(what)), sent.get(files.get(what)), new byte[] {0});
            }
        });
        try {
            Typed refused = week.compare(MON_2026_03_02);
            assertThat(refused.exit()).as(refused.said()).isEqualTo(Exit.REFUSED.code());
            files.values()
                    .forEach(file -> assertThat(refused.said())
                            .contains(file + ": was changed in work/schemes while it was being compared"));
        } finally {
            PlannedFaults.within(null);
        }
        assertThat(struck).containsExactly("alipay", "unionpay", "wechat");
        for (String table : List.of("scheme_file", "scheme_record", "scheme_own", "scheme_day")) {
            assertThat(week.count("select count(*) from " + table)).as(table).isZero();
        }
        sent.forEach((file, bytes) -> write(taken.resolve(file), bytes, new byte[0]));
    }

    /** Whatever is put in the place of a file that was compared, only the bytes that were compared are archived. */
    void requireThatWhatWasNotComparedIsNotArchived() throws IOException {
        String bill = "scheme-alipay_20260305_01.zip";
        week.withoutBill(THU_2026_03_05);
        PlannedFaults.within((point, what) -> {
            if (point.equals("schemes:committed")) {
                write(week.home.resolve("work/schemes").resolve(bill), OTHER, new byte[0]);
            }
        });
        try {
            Typed done = week.compare(THU_2026_03_05);
            assertThat(done.exit()).as(done.said()).isEqualTo(Exit.INPUT_REFUSED.code());
            assertThat(done.said()).contains(bill + ": this name was used already with other bytes: SHA-256");
        } finally {
            PlannedFaults.within(null);
        }
        assertThat(week.home.resolve("quarantine").resolve(bill)).hasBinaryContent(OTHER);
        assertThat(week.home.resolve("archive/schemes/2026-03-05").resolve(bill))
                .doesNotExist();
        assertThat(week.strings("select file_name from scheme_file where not archived"))
                .containsExactly(bill);
        Files.createFile(week.home.resolve("work/schemes").resolve(bill));
        assertThat(week.compare(THU_2026_03_05).said()).contains("alipay  was compared before");
        assertThat(week.home.resolve("outbox/schemes-2026-03-05/balance.html"))
                .content()
                .contains("所比对的渠道当日均无交易");
        assertThat(week.strings("select file_name from scheme_file where not archived"))
                .isEmpty();
    }

    private static void write(Path file, byte[] bytes, byte[] more) {
        try {
            Files.write(file, bytes);
            Files.write(file, more, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
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
