package io.qingfen.schedule.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.run.Home;
import io.qingfen.schedule.FileBoard;
import io.qingfen.schedule.FileBoard.Arrival;
import io.qingfen.schedule.FileBoard.Line;
import io.qingfen.schedule.FileBoard.State;
import io.qingfen.schedule.JobDefinition;
import io.qingfen.schedule.JobDefinitions;
import io.qingfen.schedule.jdbc.TestArrivals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnBothDatabases
class WatchingForFilesTests {
    private static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);
    /** 02:45 in Shanghai on the day after. */
    private static final Instant LATEST = Instant.parse("2026-03-02T18:45:00Z");

    private static final String SLIPS = "terminal-batches_20260302_01.csv";
    private static final String HOST = "authorizations_20260302_01.csv";

    @TempDir
    private Path root;

    private final JdbcClient jdbc;
    private final DataSource books;

    WatchingForFilesTests(TestDatabase database) {
        books = database.fresh();
        jdbc = JdbcClient.create(books);
    }

    @Test
    void whatIsNotHereIsExpectedUntilItIsMissing() {
        assertThat(states(LATEST)).containsExactly(State.EXPECTED, State.EXPECTED);
        assertThat(states(LATEST.plusSeconds(1))).containsExactly(State.MISSING, State.MISSING);
        assertThat(board(LATEST).get(0).missing())
                .isEqualTo("1 x terminal-batches_yyyyMMdd_NN.csv from terminal platform, by 02:45 of the next day");
    }

    @Test
    void aFileInTheInboxHasArrivedAndOneThatIsStillWrittenHasNot() throws IOException {
        put("inbox", SLIPS);
        put("inbox", HOST + ".part");
        put("inbox", "authorizations_20260303_01.csv");

        assertThat(states(LATEST)).containsExactly(State.ARRIVED, State.EXPECTED);
    }

    @Test
    void aFileThatWasFirstSeenAfterTheLatestArrivalIsLate() throws IOException {
        put("inbox", SLIPS);
        watched().note(definition(), Instant.parse("2026-03-02T18:00:00Z"));
        put("inbox", HOST);
        watched().note(definition(), Instant.parse("2026-03-02T19:00:00Z"));
        watched().note(definition(), Instant.parse("2026-03-02T20:00:00Z"));

        List<Line> board = board(LATEST.plusSeconds(7200));

        assertThat(board).extracting(Line::state).containsExactly(State.ARRIVED, State.LATE);
        assertThat(board).allMatch(Line::isEnough);
        assertThat(board.get(1).arrivals().get(0).seenAt()).contains(Instant.parse("2026-03-02T19:00:00Z"));
    }

    @Test
    void aRefusedFileIsShownWithItsReasonUntilACorrectedOneIsHere() throws IOException {
        put("quarantine", HOST);
        Files.writeString(root.resolve("quarantine").resolve(HOST + ".reason.txt"), HOST + ":3: sum is wrong\nmore\n");

        Line host = board(LATEST).get(1);
        assertThat(host.state()).isEqualTo(State.REFUSED);
        assertThat(host.isEnough()).isFalse();
        assertThat(host.arrivals())
                .extracting(Arrival::name, Arrival::state, Arrival::detail)
                .containsExactly(tuple(HOST, State.REFUSED, HOST + ":3: sum is wrong"));

        put("inbox", HOST);
        assertThat(states(LATEST)).containsExactly(State.EXPECTED, State.ARRIVED);
    }

    @Test
    void aFileThatWasCollectedAndRefusedWhenItWasCountedIsRefused() throws IOException {
        collected(HOST, MON_2026_03_02, "COLLECTED");
        put("quarantine", HOST);

        assertThat(states(LATEST)).containsExactly(State.EXPECTED, State.REFUSED);

        put("inbox", HOST);
        assertThat(states(LATEST)).as("corrected").containsExactly(State.EXPECTED, State.ARRIVED);
    }

    @Test
    void aFileThatWasUsedHasArrivedThoughAnotherOfItsNameIsRefused() throws IOException {
        used(HOST, MON_2026_03_02);
        put("quarantine", HOST);

        assertThat(states(LATEST)).containsExactly(State.EXPECTED, State.ARRIVED);
    }

    @Test
    void aFileThatARunHasTakenIsHere() throws IOException {
        put("work/2026-03-02/inputs", SLIPS);
        used(HOST, MON_2026_03_02);

        assertThat(states(LATEST.plusSeconds(1))).containsExactly(State.ARRIVED, State.ARRIVED);
    }

    @Test
    void aFileThatALaterDateUsedWasLate() {
        used(HOST, MON_2026_03_02.plusDays(1));

        Line host = board(LATEST.plusSeconds(1)).get(1);
        assertThat(host.state()).isEqualTo(State.LATE);
        assertThat(host.arrivals()).extracting(Arrival::detail).containsExactly("used by 2026-03-03");
    }

    @Test
    void aFileWithBytesThatWereUsedBeforeIsADuplicateAndDoesNotCount() {
        jdbc.sql(
                        "insert into intake_notice (business_date, file_name, notice, detail) values (?, ?, 'DUPLICATE_FILE', ?)")
                .params(MON_2026_03_02, SLIPS, "the same bytes were used already; ignored")
                .update();

        Line slips = board(LATEST.plusSeconds(1)).get(0);
        assertThat(slips.state()).isEqualTo(State.MISSING);
        assertThat(slips.arrivals()).extracting(Arrival::state).containsExactly(State.DUPLICATE);
    }

    @Test
    void theEarliestFileThatWaitsIsFound() throws IOException {
        assertThat(watched().earliest(definition())).isEmpty();
        put("inbox", "authorizations_20260304_01.csv");
        put("inbox", "terminal-batches_20260303_02.csv");
        put("inbox", "payout-results_20260301_01.csv");

        assertThat(watched().earliest(definition())).contains(LocalDate.of(2026, 3, 3));
    }

    private List<State> states(Instant now) {
        return board(now).stream().map(Line::state).toList();
    }

    private List<Line> board(Instant now) {
        return watched().of(definition(), MON_2026_03_02, now);
    }

    private FileBoard watched() {
        return new WatchedFiles(new Home(root), TestArrivals.in(books));
    }

    private JobDefinition definition() {
        return JobDefinitions.read(new Home(root), "nightly-settlement");
    }

    private void put(String directory, String name) throws IOException {
        Files.createDirectories(root.resolve(directory));
        Files.writeString(root.resolve(directory).resolve(name), "x");
    }

    private void used(String name, LocalDate by) {
        collected(name, by, "ROUTED");
    }

    private void collected(String name, LocalDate by, String state) {
        jdbc.sql("insert into input_file (file_no, business_date, kind, file_date, sequence_no, file_name, sha256,"
                        + " size_bytes, line_count, trailer_line, stated_batches, stated_records, stated_amount, state)"
                        + " values (1, ?, 'AUTHORIZATIONS', ?, 1, ?, 'x', 1, 1, 1, 0, 0, '0', ?)")
                .params(by, MON_2026_03_02, name, state)
                .update();
    }
}
