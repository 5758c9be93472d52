package io.qingfen.payouts.batch;

import static io.qingfen.payouts.batch.PreparedDates.CHECKER;
import static io.qingfen.payouts.batch.PreparedDates.FEB_12;
import static io.qingfen.payouts.batch.PreparedDates.FEB_13;
import static io.qingfen.payouts.batch.PreparedDates.MAKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.ledger.Move;
import io.qingfen.payouts.PayoutResults.File;
import io.qingfen.payouts.PayoutResults.Taken;
import io.qingfen.payouts.PayoutResults.Waiting;
import io.qingfen.payouts.jdbc.TestPayouts;
import io.qingfen.run.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class TakingPayoutResultsTest {
    private static final Actor GATEWAY = new Actor("gateway");
    private static final String HEADER = "payout_id,status,reason,booked_on\n";
    private static final String NAME = "payout-results_20260213_01.csv";

    @TempDir
    Path root;

    private final TestDatabase database;
    private PreparedDates house;

    TakingPayoutResultsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void releaseADate() throws IOException {
        house = new PreparedDates(database, root)
                .pays(FEB_12, "M1", "CNY", 499_895)
                .pays(FEB_12, "M2", "CNY", 60_442)
                .pays(FEB_12, "M3", "CNY", 100)
                .closed(FEB_12);
        house.releases.withdrawPayout("P20260212-M3", MAKER, "disputed");
        house.releases.propose(FEB_12, MAKER, List.of());
        house.releases.approve(FEB_12, CHECKER);
        Files.createDirectories(house.home.inbox());
    }

    @Test
    void movesPayoutsAndOpensCasesForTheNextDate() throws IOException {
        Taken taken = take(
                NAME,
                "P20260212-M1,PAID,,2026-02-13\nP20260212-M2,REJECTED,AC04 closed,\nP20260212-M3,PAID,,\nP-9,PAID,,\n");
        assertThat(taken.refused()).isEmpty();
        assertThat(house.state("P20260212-M1")).isEqualTo("PAID");
        assertThat(house.state("P20260212-M2")).isEqualTo("REJECTED");
        assertThat(house.state("P20260212-M3")).isEqualTo("WITHDRAWN");
        assertThat(house.releases.payout("P20260212-M1").events())
                .extracting(event -> event.to() + " " + event.source() + " " + event.bankDate())
                .containsExactly("RELEASED  null", "SENT " + NAME + ":2 2026-02-13", "PAID " + NAME + ":2 2026-02-13");
        assertThat(house.jdbc.queryForList(
                        "select kind || ' ' || opened_on || ' ' || merchant_id || ' ' || exposure_minor from review_case"
                                + " order by kind",
                        String.class))
                .containsExactly(
                        "PAYOUT_REJECTED 2026-02-13 M2 0",
                        "PAYOUT_RESULT_MISMATCH 2026-02-13 M3 100",
                        "PAYOUT_RESULT_UNKNOWN_ID 2026-02-13  0");
        assertThat(house.home.inbox()).isEmptyDirectory();
        assertThat(root.resolve("archive/payout-results").resolve(NAME)).exists();
        assertThat(house.audited).contains("gateway payouts.results " + NAME);
    }

    @Test
    void saysBeforehandWhatItWouldTakeAndMovesNothing() throws IOException {
        String bad = "payout-results_20260213_02.csv";
        Files.writeString(
                house.home.inbox().resolve(NAME),
                HEADER + "P20260212-M1,PAID,,2026-02-13\nP20260212-M2,REJECTED,AC04 closed,\nP-9,PAID,,\n");
        Files.writeString(house.home.inbox().resolve(bad), HEADER + "P20260212-M2,payed,,\n");

        List<Waiting> waiting = house.results.look();

        assertThat(waiting.get(0)).isEqualTo(new Waiting(NAME, 3, 2, 2, List.of()));
        assertThat(waiting.get(1).problems()).singleElement().asString().contains(bad + ":2: 'payed' is not SENT");
        assertThat(waiting).hasSize(2);
        assertThat(house.home.inbox().toFile().list()).containsExactlyInAnyOrder(NAME, bad);
        assertThat(house.state("P20260212-M1")).isEqualTo("RELEASED");
        assertThat(cases()).isZero();
        assertThat(house.results.take(GATEWAY).files())
                .containsExactly(new File(
                        NAME,
                        3,
                        2,
                        List.of(
                                "PAYOUT_REJECTED P20260212-M2: 604.42 CNY REJECTED, AC04 closed (" + NAME + ":3)",
                                "PAYOUT_RESULT_UNKNOWN_ID the bank reports PAID for payout P-9, which was never made ("
                                        + NAME + ":4)")));
        assertThat(house.results.look()).isEmpty();
    }

    @Test
    void takesTheSameBytesOnce() throws IOException {
        String rows = "P20260212-M1,PAID,,\n";
        take(NAME, rows);
        Taken again = take("payout-results_20260214_07.csv", rows);
        assertThat(again.files()).isEmpty();
        assertThat(again.duplicates()).singleElement().asString().contains("the same bytes were taken as " + NAME);
        assertThat(house.releases.payout("P20260212-M1").events()).hasSize(3);
        assertThat(cases()).isZero();
        assertThat(root.resolve("quarantine/payout-results_20260214_07.csv.reason.txt"))
                .exists();
    }

    @Test
    void refusesANameThatIsUsedByOtherBytes() throws IOException {
        take(NAME, "P20260212-M1,PAID,,\n");
        assertThat(take(NAME, "P20260212-M2,PAID,,\n").refused())
                .singleElement()
                .asString()
                .contains("this name was used already with other bytes");
        assertThat(house.state("P20260212-M2")).isEqualTo("RELEASED");
    }

    @Test
    void usesNothingOfAFileWithOneBadRowAndTakesTheOthers() throws IOException {
        Files.writeString(
                house.home.inbox().resolve("payout-results_20260213_02.csv"), HEADER + "P20260212-M2,PAID,,\n");
        Taken taken = take(NAME, "P20260212-M1,PAID,,\nP20260212-M2,payed,,\n");
        assertThat(taken.refused()).singleElement().asString().contains(NAME + ":3: 'payed' is not SENT");
        assertThat(taken.files()).hasSize(1);
        assertThat(house.state("P20260212-M1")).isEqualTo("RELEASED");
        assertThat(house.state("P20260212-M2")).isEqualTo("PAID");
        assertThat(root.resolve("quarantine").resolve(NAME + ".reason.txt"))
                .content()
                .contains("'payed'");
    }

    @Test
    void doesTheRestWhenItDiedBetweenCommitAndArchive() throws IOException {
        take(NAME, "P20260212-M1,PAID,,\n");
        Path archived = root.resolve("archive/payout-results").resolve(NAME);
        Files.move(archived, root.resolve("work/payout-results").resolve(NAME));
        house.jdbc.update("update payout_result_file set archived = false");
        Taken taken = house.results.take(GATEWAY);
        assertThat(taken.files()).isEmpty();
        assertThat(taken.duplicates()).isEmpty();
        assertThat(archived).exists();
        assertThat(house.releases.payout("P20260212-M1").events()).hasSize(3);
    }

    @Test
    void archivesUnderTheNameThatTheBooksKnowThoughTheSameBytesCameAgain() throws IOException {
        take(NAME, "P20260212-M1,PAID,,\n");
        Path archived = root.resolve("archive/payout-results").resolve(NAME);
        Files.move(archived, root.resolve("work/payout-results").resolve(NAME));
        house.jdbc.update("update payout_result_file set archived = false");
        Taken taken = take("payout-results_20260101_01.csv", "P20260212-M1,PAID,,\n");
        assertThat(archived).exists();
        assertThat(archived.resolveSibling("payout-results_20260101_01.csv")).doesNotExist();
        assertThat(taken.duplicates()).hasSize(1);
    }

    /** After a restore it may be the bank's only answer that the books do not know. */
    @Test
    void keepsWhatStoodInTheArchiveUnderItsName() throws IOException {
        Path archive = Files.createDirectories(root.resolve("archive/payout-results"));
        Files.writeString(archive.resolve(NAME), "another answer");
        Files.createDirectory(archive.resolve(NAME + ".sha256"));
        Taken taken = take(NAME, "P20260212-M1,PAID,,\n");
        assertThat(taken.files()).hasSize(1);
        assertThat(archive.resolve(NAME)).content().contains("P20260212-M1");
        assertThat(archive.resolve(NAME + ".sha256")).content().endsWith("  " + NAME + "\n");
        Path quarantine = root.resolve("quarantine");
        assertThat(quarantine.resolve(NAME)).hasContent("another answer");
        assertThat(quarantine.resolve(NAME + ".sha256")).isDirectory();
        assertThat(quarantine.resolve(NAME + ".reason.txt")).content().contains("restore");
    }

    @Test
    void leavesAloneWhatIsNotNamedLikeAResultFileAndRefusesLinks() throws IOException {
        Path strange = Files.writeString(house.home.inbox().resolve("payout-results_1_1.csv"), HEADER);
        Path part = Files.writeString(house.home.inbox().resolve(NAME + ".part"), HEADER);
        Path secret = Files.writeString(root.resolve("secret.csv"), HEADER + "P20260212-M1,PAID,,\n");
        Files.createSymbolicLink(house.home.inbox().resolve(NAME), secret);
        Taken taken = house.results.take(GATEWAY);
        assertThat(taken.refused()).singleElement().asString().contains("not a regular file");
        assertThat(strange).exists();
        assertThat(part).exists();
        assertThat(secret).exists();
        assertThat(house.state("P20260212-M1")).isEqualTo("RELEASED");
    }

    @Test
    void isBookedOnceByTheNextNight() throws IOException {
        take(NAME, "P20260212-M1,PAID,,\nP20260212-M2,RETURNED,,\n");
        List<Move> moves = new ArrayList<>();
        TestPayouts.ended(house.books, moves::addAll).takeOver(FEB_13);
        assertThat(moves)
                .extracting(move -> move.merchantId() + " " + move.line() + " " + move.debitAccount() + " "
                        + move.creditAccount() + " " + move.amountMinor())
                .containsExactly(
                        "M1  liabilities:payouts-in-transit assets:bank 499895",
                        "M2 PAYOUT_RETURNED liabilities:payouts-in-transit liabilities:merchant-payable:M2 60442",
                        "M3 PAYOUT_RETURNED liabilities:payouts-in-transit liabilities:merchant-payable:M3 100");
        moves.clear();
        TestPayouts.ended(house.books, moves::addAll).takeOver(FEB_13.plusDays(1));
        assertThat(moves).isEmpty();
    }

    /** It would be paid again. */
    @Test
    void refusesAPaidPayoutThatIsCalledRejected() throws IOException {
        take(NAME, "P20260212-M1,PAID,,\n");
        house.jdbc.update("update payout set state = 'REJECTED' where payout_id = 'P20260212-M1'");
        assertThatThrownBy(() -> TestPayouts.ended(house.books, moves -> {}).takeOver(FEB_13))
                .hasMessageContaining("P20260212-M1 is REJECTED")
                .hasMessageContaining("PAID");
    }

    private Taken take(String name, String rows) throws IOException {
        Files.writeString(house.home.inbox().resolve(name), HEADER + rows);
        return house.results.take(GATEWAY);
    }

    private long cases() {
        return house.jdbc.queryForObject("select count(*) from review_case", Long.class);
    }
}
