package io.qingfen.intake.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.intake.Lines;
import io.qingfen.intake.Shops;
import io.qingfen.intake.Source;
import io.qingfen.intake.TerminalBatch;
import io.qingfen.intake.TerminalRecords;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class RoutingRecordsTest {
    private static final String LOST = Lines.with(Lines.BATCH, 2, "99999999");
    private static final byte[] BATCHES = Lines.batches(
            "T,3,5,62.50",
            Lines.BATCH,
            Lines.DETAIL,
            LOST,
            Lines.DETAIL,
            "D,1",
            Lines.with(Lines.with(Lines.BATCH, 2, "00000003"), 1, Shops.SECOND),
            Lines.with(Lines.DETAIL, 3, "4111111111111111"),
            Lines.DETAIL,
            "X");
    private static final byte[] ANSWERS = Lines.answers(
            "T,3,37.50",
            Lines.ANSWER,
            Lines.with(Lines.ANSWER, 13, "ZZZ"),
            Lines.with(Lines.ANSWER, 1, "010000000002"));

    @TempDir
    Path root;

    private final TestDatabase database;
    private IntakeNight night;

    RoutingRecordsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void openAHome() {
        night = IntakeNight.on(database, root);
    }

    @Test
    void handsRecordsOverTerminalByTerminal() {
        night.inbox(Lines.BATCHES, BATCHES).inbox(Lines.AUTHORIZATIONS, ANSWERS).night();
        List<TerminalRecords> records = night.records();

        assertThat(records).extracting(found -> found.terminal().id()).containsExactly("00000001", "00000003");
        TerminalRecords first = records.get(0);
        assertThat(first.batches()).extracting(TerminalBatch::source).containsExactly(new Source(2, 2));
        assertThat(first.captures()).extracting(capture -> capture.source()).containsExactly(new Source(2, 3));
        assertThat(first.authorizations())
                .extracting(answer -> answer.source())
                .containsExactly(new Source(1, 2), new Source(1, 4));
    }

    @Test
    void storesRejectsAndCasesOfLostBatches() {
        night.inbox(Lines.BATCHES, BATCHES).inbox(Lines.AUTHORIZATIONS, ANSWERS).night();

        assertThat(night.rejects())
                .containsExactly(
                        Lines.AUTHORIZATIONS + ":3 A UNKNOWN_CURRENCY -: currency 'ZZZ' is none of ISO 4217",
                        Lines.BATCHES + ":4 B UNKNOWN_TERMINAL -: terminal_id '99999999' is not in terminals.csv",
                        Lines.BATCHES + ":5 D BATCH_REJECTED -: the batch header above it was rejected",
                        Lines.BATCHES + ":6 D FIELD_COUNT -: 2 fields, expected 12 fields",
                        Lines.BATCHES + ":8 D PAN_IN_CLEAR -: card_token holds a card number: '411111******1111'",
                        Lines.BATCHES + ":10 X UNKNOWN_RECORD_TYPE -: record type 'X' is none of B, D");
        assertThat(night.cases()).containsExactly(Lines.BATCHES + ":4 898310000000001 99999999 000001 1250 CNY");
    }

    @Test
    void writesTheTotalsOfTheNight() {
        night.inbox(Lines.BATCHES, BATCHES).inbox(Lines.AUTHORIZATIONS, ANSWERS).night();

        assertThat(night.totals())
                .containsExactly(
                        "AUTHORIZATIONS_ACCEPTED CNY 2 2500",
                        "AUTHORIZATIONS_PRESENT CNY 2 2500",
                        "AUTHORIZATIONS_PRESENT XXX 1 0",
                        "AUTHORIZATIONS_REJECTED XXX 1 0",
                        "BATCHES_ACCEPTED CNY 2 0",
                        "BATCHES_PRESENT CNY 3 0",
                        "BATCHES_REJECTED CNY 1 0",
                        "CAPTURES_ACCEPTED CNY 2 2500",
                        "CAPTURES_PRESENT CNY 5 5000",
                        "CAPTURES_REJECTED CNY 3 2500");
        assertThat(night.notices())
                .containsExactly("UNREADABLE_AMOUNTS " + Lines.BATCHES + ": 12.50 of the stated 62.50 belong to 1"
                        + " rejected records whose amount cannot be read");
    }

    @Test
    void refusesEveryFileWhoseTrailerDoesNotHoldAndContinuesWithCorrectedOnes() {
        byte[] wrong = Lines.bytes(new String(BATCHES, StandardCharsets.UTF_8).replace("T,3,5,62.50", "T,3,4,12.50"));
        byte[] wrongToo = Lines.bytes(new String(ANSWERS, StandardCharsets.UTF_8).replace("T,3,37.50", "T,3,37.51"));
        night.inbox(Lines.BATCHES, wrong).inbox(Lines.AUTHORIZATIONS, wrongToo);
        night.inbox("authorizations_20260302_02.csv", sequence2(ANSWERS))
                .collect()
                .route();
        Refusal refusal = catchThrowableOfType(Refusal.class, night::finish);

        assertThat(refusal.exit()).isEqualTo(Exit.INPUT_REFUSED);
        assertThat(refusal.problems())
                .contains(
                        Lines.BATCHES + ":11: the trailer states 4 details, the file holds 5",
                        Lines.BATCHES + ":11: the trailer states amount 12.50, the file holds 50.00 (accepted 25.00,"
                                + " rejected 25.00, 1 unreadable)",
                        Lines.AUTHORIZATIONS + ":5: the trailer states amount 37.51, the file holds 37.50 (accepted"
                                + " 25.00, rejected 12.50, 0 unreadable)");
        assertThat(night.names(night.home.quarantine())).hasSize(4);

        night.inbox(Lines.BATCHES, BATCHES).inbox(Lines.AUTHORIZATIONS, ANSWERS).night();
        assertThat(night.totals()).contains("CAPTURES_PRESENT CNY 5 5000", "AUTHORIZATIONS_PRESENT CNY 4 5000");
        assertThat(night.rejects()).hasSize(7);
        assertThat(night.cases()).hasSize(1);
    }

    @Test
    void goesOnWithoutThemWhenTold() {
        night = new IntakeNight(database, root, Shops.snapshot(IntakeNight.continuing()));
        byte[] wrong = Lines.bytes(new String(BATCHES, StandardCharsets.UTF_8).replace("T,3,5,62.50", "T,3,4,62.50"));
        night.inbox(Lines.BATCHES, wrong).inbox(Lines.AUTHORIZATIONS, ANSWERS).night();

        assertThat(night.records()).hasSize(1);
        assertThat(night.records().get(0).captures()).isEmpty();
        assertThat(night.records().get(0).authorizations()).hasSize(2);
        assertThat(night.totals()).noneMatch(total -> total.startsWith("CAPTURES"));
        assertThat(night.rejects()).hasSize(1);
        assertThat(night.cases()).isEmpty();
        assertThat(night.notices()).hasSize(1).allMatch(notice -> notice.startsWith("REFUSED_FILE " + Lines.BATCHES));
    }

    private static byte[] sequence2(byte[] file) {
        return Lines.bytes(new String(file, StandardCharsets.UTF_8).replaceFirst("2026-03-02,1\n", "2026-03-02,2\n"));
    }

    @Test
    void givesTheSameNightForAnyNumberOfWorkersAndAnyRestart() throws IOException {
        byte[] expected = null;
        for (int workers = 1; workers <= 4; workers++) {
            IntakeNight other = IntakeNight.on(database, Files.createDirectory(root.resolve("home-" + workers)));
            other.workers(workers).inbox(Lines.BATCHES, BATCHES).inbox(Lines.AUTHORIZATIONS, ANSWERS);
            other.collect().route();
            // A killed finish: the next start collects and routes again.
            other.collect().route().finish();
            byte[] segments = segments(other);
            assertThat(expected == null || java.util.Arrays.equals(expected, segments))
                    .isTrue();
            expected = segments;
        }
    }

    private static byte[] segments(IntakeNight night) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Path routed = night.home.work(Shops.MON_2026_03_02).resolve("routed");
        for (String name : night.names(routed)) {
            all.write(Files.readAllBytes(routed.resolve(name)));
        }
        all.writeBytes(night.records().toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(night.rejects().toString().getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    @Test
    void stopsWhenACollectedFileWasChanged() throws IOException {
        night.inbox(Lines.AUTHORIZATIONS, ANSWERS).collect();
        Path file = night.home.work(Shops.MON_2026_03_02).resolve("inputs").resolve(Lines.AUTHORIZATIONS);
        byte[] changed = ANSWERS.clone();
        changed[changed.length - 12] = '\n';
        Files.write(file, changed);
        night.route();

        assertThat(catchThrowableOfType(Refusal.class, night::finish)).isNotNull();
    }

    @Test
    void judgesTextThatOneDatabaseWouldRefuseTheSameOnBoth() {
        String[] odd = {
            "\0", "\u001b[31m", "\u202e", "\ud83d\ude00", "e\u0301", "\u200b", "';drop table reject;--", "=1+1"
        };
        String[] lines = new String[odd.length + 1];
        lines[0] = Lines.BATCH;
        for (int i = 0; i < odd.length; i++) {
            lines[i + 1] = i % 2 == 0 ? Lines.with(Lines.DETAIL, 3, odd[i]) : odd[i] + ",x";
        }
        night.inbox(Lines.BATCHES, Lines.batches("T,1,4,50.00", lines)).night();

        assertThat(night.rejects()).hasSize(odd.length);
        assertThat(night.rejects().get(0)).contains("card_token '?' is not");
        assertThat(night.rejects().get(3)).contains("\ud83d\ude00 UNKNOWN_RECORD_TYPE");
    }

    @Test
    void archivesTheInputsWithTheirDigests() throws IOException {
        night.inbox(Lines.BATCHES, BATCHES).inbox(Lines.AUTHORIZATIONS, ANSWERS).night();
        night.archive.archive(night.run());
        night.archive.archive(night.run());

        Path archive = night.home.archive(Shops.MON_2026_03_02);
        assertThat(night.names(archive))
                .containsExactly("SHA256SUMS", Lines.AUTHORIZATIONS + ".gz", Lines.BATCHES + ".gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive.resolve(Lines.BATCHES + ".gz")))) {
            assertThat(in.readAllBytes()).isEqualTo(BATCHES);
        }
        assertThat(Files.readAllLines(archive.resolve("SHA256SUMS")))
                .hasSize(2)
                .allMatch(line -> line.matches("[0-9a-f]{64}  .*csv"));
    }

    @Test
    void archivesWhatWasUsedThoughAStrangerHasItsName() throws IOException {
        Path archive = Files.createDirectories(night.home.archive(Shops.MON_2026_03_02));
        Files.writeString(archive.resolve(Lines.BATCHES + ".gz"), "a stranger");
        archivesTheInputsWithTheirDigests();
        Path inbox = night.home.inbox();
        assertThat(night.archive.problems(Shops.MON_2026_03_02, archive, inbox)).isEmpty();
        Files.writeString(archive.resolve(Lines.BATCHES + ".gz"), "a stranger");
        Files.writeString(archive.resolve("SHA256SUMS"), "");
        assertThat(night.archive.problems(Shops.MON_2026_03_02, archive, inbox))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("does not name the files that were used"))
                .anyMatch(problem -> problem.contains(Lines.BATCHES + ".gz: SHA-256 was"));
    }

    @Test
    void archivesNothingElseThanWhatWasUsed() throws IOException {
        night.inbox(Lines.BATCHES, BATCHES).night();
        Path file = night.home.work(Shops.MON_2026_03_02).resolve("inputs").resolve(Lines.BATCHES);
        Files.writeString(file, "changed");

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> night.archive.archive(night.run()));
        assertThat(refusal.exit()).isEqualTo(Exit.CONTROL_OPEN);
        assertThat(night.names(night.home.archive(Shops.MON_2026_03_02))).isEmpty();
    }
}
