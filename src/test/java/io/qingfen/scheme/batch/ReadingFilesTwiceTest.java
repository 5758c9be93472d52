package io.qingfen.scheme.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.qingfen.money.Currency;
import io.qingfen.reference.Channel;
import io.qingfen.reference.TxnType;
import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import io.qingfen.scheme.BrandFee;
import io.qingfen.scheme.FundsEntry;
import io.qingfen.scheme.Judging;
import io.qingfen.scheme.OwnItem;
import io.qingfen.scheme.PlainPairs;
import io.qingfen.scheme.SchemeFileName;
import io.qingfen.scheme.SchemeFileName.Kind;
import io.qingfen.scheme.SchemeReconciliation.Compared;
import io.qingfen.scheme.SchemeRecord;
import io.qingfen.scheme.SchemeRecord.Place;
import io.qingfen.scheme.SchemeSource;
import io.qingfen.scheme.batch.ComparingSource.Task;
import io.qingfen.scheme.batch.SchemeInbox.Arrived;
import io.qingfen.scheme.jdbc.SchemeFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are read once to know what is plain and once more to keep it: both times the same, and never more than memory. */
class ReadingFilesTwiceTest {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 2);
    private static final String NAME = "scheme-unionpay_20260302_01.txt";
    private static final SchemeSource SOURCE = new SchemeSource(
            "unionpay",
            Set.of(Channel.UNIONPAY),
            Map.of(Kind.RECORDS, "unionpay-acom", Kind.FEES, "unionpay-alfee"),
            30,
            false,
            LocalTime.of(23, 0),
            3,
            1,
            false);

    @TempDir
    Path root;

    private Path file;
    private final List<SchemeRecord> first = new ArrayList<>();
    private final List<SchemeRecord> second = new ArrayList<>();

    @BeforeEach
    void deliver() throws IOException {
        file = root.resolve(NAME);
        Files.copy(Path.of("sample-files/schemes", NAME), file);
    }

    @Test
    void givesTheSameRecordsAgain() throws IOException {
        ParsedFile parsed = parsed();
        parsed.again(into(second));
        assertThat(second).hasSize(7).isEqualTo(first);
        assertThat(parsed.records()).isEqualTo(7);
        assertThat(second).extracting(SchemeRecord::cardToken).contains("token of 16 digits");
    }

    /** One fen more here and one less there leaves every sum as it was. */
    @Test
    void isRefusedWhenItsBytesAreOthersThoughItsSumsAreNot() throws IOException {
        ParsedFile parsed = parsed();
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text).contains("621700");
        Files.writeString(file, text.replace("621700", "621799"), StandardCharsets.ISO_8859_1);
        requireRefused(parsed);
    }

    @Test
    void isRefusedWhenItWasCutMeanwhile() throws IOException {
        ParsedFile parsed = parsed();
        byte[] bytes = Files.readAllBytes(file);
        for (int length : new int[] {0, 100, bytes.length / 2, bytes.length - 1}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            requireRefused(parsed);
        }
    }

    @Test
    void whatIsNotPlainAndDoesNotFitIsRefusedInWords() {
        SecondReading roomForThree = reading(3 * 2_048);
        for (int line = 1; line <= 3; line++) {
            roomForThree.take(fee(line));
        }
        assertThatThrownBy(() -> roomForThree.take(fee(4)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(
                        "files of unionpay 2026-03-02: more records, transactions and brand fees than the memory")
                .hasMessageContaining("of which 4 and more")
                .hasMessageContaining("start again with more memory");
    }

    @Test
    void transactionsThatNoRecordTookNeedRoomToo() {
        PlainPairs plain = new PlainPairs(SOURCE, Currency.CNY);
        for (int i = 0; i < 4; i++) {
            plain.show(new OwnItem("T" + i, DATE, TxnType.SALE, "", "", "", "", 100, null, Currency.CNY, 0));
        }
        assertThat(reading(plain, 4 * 2_048)).satisfies(SecondReading::takeLeft);
        assertThatThrownBy(() -> reading(plain, 3 * 2_048).takeLeft()).isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsOnlyPackedAndWhatEarlierDatesLeftNeedRoomToo() {
        Room room = room(100 * 2_048);
        room.pack(10 * 32);
        room.take(90);
        assertThatThrownBy(() -> room.take(1)).hasMessageContaining("320 and more, of which 91 and more");
        Room full = room(100 * 2_048);
        full.take(100);
        assertThatThrownBy(() -> full.pack(1)).hasMessageContaining("1 and more, of which 100 and more");
    }

    /** The rest is for pages and whatever else the process does meanwhile. */
    @Test
    void leavesAQuarterOfTheMemoryOfTheProcess() {
        long most = Runtime.getRuntime().maxMemory() / 2_048;
        Room room = Room.ofThisProcess(SOURCE.name(), DATE);
        room.take(most / 4 * 3 - 1);
        assertThatThrownBy(() -> room.take(4)).isInstanceOf(Refusal.class);
    }

    private static SecondReading reading(long memory) {
        return reading(new PlainPairs(SOURCE, Currency.CNY), memory);
    }

    private static SecondReading reading(PlainPairs plain, long memory) {
        Task task = new Task(SOURCE, List.of(), plain, room(memory), DATE, DATE.plusDays(1), true, new Actor("ops"));
        return new SecondReading(new Judging(SOURCE, DATE, true, DATE.atTime(23, 0)), task, null, null);
    }

    private static Room room(long memory) {
        return new Room(SOURCE.name(), DATE, memory);
    }

    private static BrandFee fee(int line) {
        return new BrandFee(new Place(2, line), "k" + line, false, "", "", "", 100, 1, Currency.CNY, "", "");
    }

    private void requireRefused(ParsedFile parsed) {
        assertThatThrownBy(() -> parsed.again(into(new ArrayList<>())))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.REFUSED))
                .hasMessageContaining(NAME + ": was changed in work/schemes while it was being compared");
    }

    private ParsedFile parsed() throws IOException {
        Home home = new Home(root);
        TakingSchemeFiles files = new TakingSchemeFiles(
                mock(SchemeFiles.class),
                new SchemeInbox(home, null),
                new SchemeFormats(home),
                number -> "token of " + number.length() + " digits");
        Compared outcome = new Compared(
                DATE, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), new ArrayList<>(), null);
        List<ParsedFile> parsed = files.parsed(
                SOURCE, List.of(new Arrived(file, SchemeFileName.of(NAME).orElseThrow())), into(first), outcome);
        assertThat(outcome.refused()).isEmpty();
        return parsed.get(0);
    }

    private static ParsedFile.Taker into(List<SchemeRecord> records) {
        return new ParsedFile.Taker() {
            @Override
            public void take(SchemeRecord record) {
                records.add(record);
            }

            @Override
            public void take(BrandFee fee) {
                throw new AssertionError("no fees in this file");
            }

            @Override
            public void take(FundsEntry entry) {
                throw new AssertionError("no funds in this file");
            }
        };
    }
}
