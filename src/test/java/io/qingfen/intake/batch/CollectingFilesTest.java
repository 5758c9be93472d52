package io.qingfen.intake.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.intake.InputFile;
import io.qingfen.intake.Lines;
import io.qingfen.intake.Shops;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class CollectingFilesTest {
    private static final LocalDate TUE_2026_03_03 = LocalDate.of(2026, 3, 3);
    private static final byte[] BATCHES = Lines.batches("T,1,1,12.50", Lines.BATCH, Lines.DETAIL);
    private static final byte[] ANSWERS = Lines.answers("T,1,12.50", Lines.ANSWER);

    @TempDir
    Path root;

    private final TestDatabase database;
    private IntakeNight night;

    CollectingFilesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void openAHome() {
        night = IntakeNight.on(database, root);
    }

    private Path inputs() {
        return night.home.work(Shops.MON_2026_03_02).resolve("inputs");
    }

    private Refusal refused() {
        return catchThrowableOfType(Refusal.class, night::collect);
    }

    @Test
    void takesWhatIsDatedTheBusinessDateOrEarlier() {
        byte[] late = Lines.bytes(new String(ANSWERS, StandardCharsets.UTF_8).replace("2026-03-02,1", "2026-03-01,7"));
        night.inbox(Lines.BATCHES, BATCHES).inbox(Lines.AUTHORIZATIONS, ANSWERS);
        night.inbox("authorizations_20260301_07.csv", late);
        night.inbox("authorizations_20260303_01.csv", ANSWERS);
        night.inbox("authorizations_20260302_02.csv.part", ANSWERS);
        night.inbox("notes.txt", ANSWERS).inbox("authorizations_20260230_01.csv", ANSWERS);
        night.collect();

        assertThat(night.names(inputs()))
                .containsExactly("authorizations_20260301_07.csv", Lines.AUTHORIZATIONS, Lines.BATCHES);
        assertThat(night.names(night.home.inbox()))
                .containsExactly(
                        "authorizations_20260230_01.csv",
                        "authorizations_20260302_02.csv.part",
                        "authorizations_20260303_01.csv",
                        "notes.txt");
        assertThat(night.notices())
                .extracting(notice -> notice.split(":")[0])
                .containsExactly(
                        "FUTURE_DATE authorizations_20260303_01.csv",
                        "UNEXPECTED_NAME authorizations_20260230_01.csv",
                        "UNEXPECTED_NAME notes.txt");
    }

    @Test
    void numbersFilesInNameOrderBehindEarlierDates() {
        night.inbox(Lines.BATCHES, BATCHES).inbox(Lines.AUTHORIZATIONS, ANSWERS).night();
        night.inbox("authorizations_20260303_01.csv", header(ANSWERS, "2026-03-03,1"));
        night.inbox("authorizations_20260303_001.csv", header(ANSWERS, "2026-03-03,1"));
        night.inbox("authorizations_20260302_100.csv", header(ANSWERS, "2026-03-02,100"));
        night.date(TUE_2026_03_03).collect();

        assertThat(night.plan.files(Shops.MON_2026_03_02))
                .extracting(file -> file.number() + " " + file.name().text())
                .containsExactly("1 " + Lines.AUTHORIZATIONS, "2 " + Lines.BATCHES);
        assertThat(night.plan.files(TUE_2026_03_03))
                .extracting(file -> file.number() + " " + file.name().text())
                .containsExactly("3 authorizations_20260302_100.csv", "4 authorizations_20260303_001.csv");
        assertThat(night.files.names(java.util.List.of(1, 4)))
                .containsEntry(1, Lines.AUTHORIZATIONS)
                .containsEntry(4, "authorizations_20260303_001.csv");
    }

    private static byte[] header(byte[] file, String dateAndSequence) {
        return Lines.bytes(
                new String(file, StandardCharsets.UTF_8).replaceFirst("2026-03-02,1\n", dateAndSequence + "\n"));
    }

    @Test
    void remembersWhatTheTrailerStates() {
        InputFile file = night.inbox(Lines.BATCHES, BATCHES)
                .collect()
                .plan
                .files(Shops.MON_2026_03_02)
                .get(0);

        assertThat(file.trailer().line()).isEqualTo(4);
        assertThat(file.trailer().batches()).isEqualTo(1);
        assertThat(file.trailer().records()).isEqualTo(1);
        assertThat(file.trailer().amount()).isEqualTo("12.50");
        assertThat(file.bytes()).isEqualTo(BATCHES.length);
        assertThat(file.lines()).isEqualTo(4);
        assertThat(file.sha256()).hasSize(64);
    }

    @Test
    void ignoresTheSameBytesAgainWithANotice() {
        night.inbox(Lines.BATCHES, BATCHES).night();
        night.inbox(Lines.BATCHES, BATCHES).date(TUE_2026_03_03).collect();

        assertThat(night.plan.files(TUE_2026_03_03)).isEmpty();
        assertThat(night.notices())
                .containsExactly("DUPLICATE_FILE " + Lines.BATCHES + ": the same bytes were used already; ignored");
        assertThat(night.home.archive(TUE_2026_03_03).resolve("duplicates").resolve(Lines.BATCHES))
                .hasBinaryContent(BATCHES);
        night.collect();
        assertThat(night.notices()).hasSize(1);
    }

    @Test
    void ignoresTheSameBytesInTheSameNight() {
        night.inbox(Lines.BATCHES, BATCHES).collect();
        night.inbox(Lines.BATCHES, BATCHES).collect();

        assertThat(night.plan.files(Shops.MON_2026_03_02)).hasSize(1);
        assertThat(night.notices()).hasSize(1);
        assertThat(night.names(inputs())).containsExactly(Lines.BATCHES);
    }

    @Test
    void refusesOtherBytesUnderAUsedIdentity() {
        night.inbox(Lines.BATCHES, BATCHES).night();
        byte[] other = Lines.bytes(new String(BATCHES, StandardCharsets.UTF_8).replace("tk_1", "tk_2"));
        night.inbox("terminal-batches_20260302_001.csv", other).date(TUE_2026_03_03);

        assertThat(refused().problems().get(0))
                .startsWith("terminal-batches_20260302_001.csv: TERMINAL_BATCHES 2026-03-02 sequence 1 was used already"
                        + " with other bytes: SHA-256 ");
    }

    @Test
    void refusesTheSameBytesUnderAnotherName() {
        night.inbox(Lines.BATCHES, BATCHES).inbox("terminal-batches_20260302_02.csv", BATCHES);

        assertThat(refused().problems().get(0))
                .isEqualTo("terminal-batches_20260302_02.csv:1: the header says sequence '1', the name 2");
    }

    @Test
    void namesEveryRefusedFileAndGoesOnAfterTheyAreReplaced() throws IOException {
        night.inbox(Lines.BATCHES, Lines.bytes("x")).inbox(Lines.AUTHORIZATIONS, Lines.bytes(""));
        night.inbox("authorizations_20260302_02.csv", header(ANSWERS, "2026-03-02,2"));
        Refusal refusal = refused();

        assertThat(refusal.exit()).isEqualTo(Exit.INPUT_REFUSED);
        assertThat(refusal.problems())
                .anyMatch(problem -> problem.startsWith(Lines.BATCHES + ":1: the first line must be the header"))
                .anyMatch(problem -> problem.startsWith(Lines.AUTHORIZATIONS + ": no header"))
                .anyMatch(problem -> problem.contains("qingfen restart --date 2026-03-02"));
        assertThat(night.names(night.home.quarantine()))
                .containsExactly(
                        Lines.AUTHORIZATIONS,
                        Lines.AUTHORIZATIONS + ".reason.txt",
                        Lines.BATCHES,
                        Lines.BATCHES + ".reason.txt");
        assertThat(Files.readString(night.home.quarantine().resolve(Lines.BATCHES + ".reason.txt")))
                .contains("the first line must be the header");
        assertThat(night.plan.files(Shops.MON_2026_03_02)).isEmpty();

        night.inbox(Lines.BATCHES, BATCHES).collect();
        assertThat(night.plan.files(Shops.MON_2026_03_02))
                .extracting(file -> file.name().text())
                .containsExactly("authorizations_20260302_02.csv", Lines.BATCHES);
    }

    @Test
    void keepsEveryRefusedVersion() {
        for (int version = 1; version <= 3; version++) {
            night.inbox(Lines.BATCHES, Lines.bytes("version " + version));
            refused();
        }
        assertThat(night.names(night.home.quarantine()))
                .contains(Lines.BATCHES, Lines.BATCHES + "~2", Lines.BATCHES + "~3", Lines.BATCHES + "~3.reason.txt");
    }

    @Test
    void goesOnWithoutRefusedFilesWhenTold() {
        night = new IntakeNight(database, root, Shops.snapshot(IntakeNight.continuing()));
        night.inbox(Lines.BATCHES, Lines.bytes("x"))
                .inbox(Lines.AUTHORIZATIONS, ANSWERS)
                .night();

        assertThat(night.plan.files(Shops.MON_2026_03_02)).hasSize(1);
        assertThat(night.notices()).hasSize(1).allMatch(notice -> notice.startsWith("REFUSED_FILE " + Lines.BATCHES));
    }

    @Test
    void refusesWhatIsNotARegularFile() throws IOException {
        Path target = Files.write(root.resolve("elsewhere.csv"), BATCHES);
        Files.createSymbolicLink(night.home.inbox().resolve(Lines.BATCHES), target);
        Files.createDirectory(night.home.inbox().resolve(Lines.AUTHORIZATIONS));

        assertThat(refused().problems())
                .contains(
                        Lines.BATCHES + ": not a regular file but a symbolic link",
                        Lines.AUTHORIZATIONS + ": not a regular file but a directory");
        assertThat(target).hasBinaryContent(BATCHES);
        assertThat(Files.isSymbolicLink(night.home.quarantine().resolve(Lines.BATCHES)))
                .isTrue();
    }

    @Test
    void takesNewFilesUntilRecordsAreRouted() {
        night.inbox(Lines.BATCHES, BATCHES).collect().route();
        night.inbox(Lines.AUTHORIZATIONS, ANSWERS).collect().route().finish();
        assertThat(night.plan.files(Shops.MON_2026_03_02)).hasSize(2);
        assertThat(night.records()).hasSize(1);

        night.inbox("authorizations_20260302_02.csv", header(ANSWERS, "2026-03-02,2"))
                .collect();
        assertThat(night.plan.files(Shops.MON_2026_03_02)).hasSize(2);
        assertThat(night.names(night.home.inbox())).containsExactly("authorizations_20260302_02.csv");
    }

    @Test
    void continuesWithFilesThatAKilledStartHadTaken() throws IOException {
        Files.createDirectories(inputs());
        Files.write(inputs().resolve(Lines.BATCHES), BATCHES);
        night.inbox(Lines.BATCHES, BATCHES).inbox(Lines.AUTHORIZATIONS, ANSWERS).collect();

        assertThat(night.plan.files(Shops.MON_2026_03_02)).hasSize(2);
        assertThat(night.notices()).hasSize(1);
    }

    @Test
    void noticesThatACollectedFileIsGone() throws IOException {
        night.inbox(Lines.BATCHES, BATCHES).collect();
        Files.delete(inputs().resolve(Lines.BATCHES));

        assertThatThrownBy(night::collect)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(Lines.BATCHES + ": was collected and is no longer in");
    }

    @Test
    void plansNothingAnewWhenNothingChanged() {
        night.inbox(Lines.BATCHES, BATCHES).collect().route();
        var partitions = night.partitions();
        night.collect();
        assertThat(night.partitions()).isEqualTo(partitions);
    }

    @Test
    void worksWithoutAnyFile() {
        night.night();
        assertThat(night.records()).isEmpty();
        assertThat(night.ranges()).isEqualTo(3);
    }
}
