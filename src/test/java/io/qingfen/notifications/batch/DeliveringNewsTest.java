package io.qingfen.notifications.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.notifications.Delivery;
import io.qingfen.notifications.NewsOutbox;
import io.qingfen.notifications.NewsOutbox.Entry;
import io.qingfen.notifications.jdbc.NewsOutboxes;
import io.qingfen.run.Home;
import io.qingfen.run.Notice;
import io.qingfen.run.Notice.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnBothDatabases
class DeliveringNewsTest {
    private static final LocalDate MON = LocalDate.of(2026, 3, 2);
    private final DataSource books;
    private final JdbcClient jdbc;
    private final NewsOutbox outbox;

    @TempDir
    private Path root;

    private Receiver receiver;

    DeliveringNewsTest(TestDatabase database) {
        books = database.fresh();
        jdbc = JdbcClient.create(books);
        outbox = NewsOutboxes.on(books);
    }

    @BeforeEach
    void aHomeWhoseOpsHaveAWebhook() throws IOException {
        receiver = new Receiver();
        Files.createDirectories(root.resolve("secrets"));
        Files.writeString(root.resolve("secrets/webhook.secret"), "0123456789abcdef");
        settings("ops");
    }

    @AfterEach
    void itEnds() {
        receiver.close();
    }

    @Test
    void aChangeIsToldOnceWhateverIsRestarted() {
        tell(Kind.FAILED, "why");

        assertThat(deliver()).isEqualTo(1);
        assertThat(deliver()).isZero();
        assertThat(new Delivering(NewsOutboxes.on(books), new Home(root)).deliver())
                .isZero();
        assertThat(receiver.received).hasSize(1);
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void whatDidNotArriveIsRepeatedUnderItsId() {
        receiver.status = 500;
        tell(Kind.FAILED, "why");

        assertThat(deliver()).isZero();
        assertThat(deliver()).as("before its time").isZero();
        assertThat(receiver.received).hasSize(1);
        assertThat(outbox.latest(9).get(0))
                .matches(one -> one.state().equals("PENDING") && one.problem().equals("answered 500"));

        receiver.status = 200;
        makeDue();
        assertThat(deliver()).isEqualTo(1);
        assertThat(receiver.received).hasSize(2);
        assertThat(receiver.received.get(1).header("Qingfen-Id"))
                .isEqualTo(receiver.received.get(0).header("Qingfen-Id"));
        assertThat(outbox.latest(9).get(0)).matches(one -> one.state().equals("SENT") && one.attempts() == 2);
    }

    @Test
    void whoDiesWhileSendingLeavesItToTheNext() {
        tell(Kind.FAILED, "why");
        addressed();
        Delivery taken = outbox.take().orElseThrow();

        assertThat(outbox.take()).as("while the first may still be sending").isEmpty();
        assertThat(deliver()).isZero();
        makeDue();
        assertThat(deliver()).isEqualTo(1);
        assertThat(receiver.received.get(0).header("Qingfen-Id")).isEqualTo(taken.id());
    }

    @Test
    void whatNeverArrivesIsGivenUpInTheEnd() {
        receiver.status = 404;
        tell(Kind.FAILED, "why");
        for (int attempt = 1; attempt <= 9; attempt++) {
            deliver();
            makeDue();
        }

        assertThat(receiver.received).hasSize(8);
        assertThat(states()).containsExactly("GIVEN_UP");
    }

    @Test
    void aChangeThatIsRolledBackIsToldToNobody() {
        new TransactionTemplate(new JdbcTransactionManager(books)).executeWithoutResult(status -> {
            tell(Kind.FAILED, "why");
            status.setRollbackOnly();
        });

        assertThat(outbox.hasWork()).isFalse();
        assertThat(deliver()).isZero();
    }

    @Test
    void theJobSaysWhoIsToldOfWhat() throws IOException {
        tell(Kind.CONTROL_OPEN, "why");
        assertThat(recipients()).containsExactlyInAnyOrder("ops", "finance");

        Files.createDirectories(root.resolve("jobs"));
        String shipped = Files.readString(Path.of("jobs/nightly-settlement.yml"));
        Files.writeString(
                root.resolve("jobs/nightly-settlement.yml"),
                shipped.replace("{on: control open, to: [ops, finance]}", "{on: control open, to: boss}"));
        tell(Kind.CONTROL_OPEN, "why");
        tell(Kind.CLOSED, "");
        assertThat(recipients()).containsExactlyInAnyOrder("ops", "finance", "boss");
    }

    @Test
    void opsIsToldWhenTheJobsDefinitionHasProblems() throws IOException {
        Files.createDirectories(root.resolve("jobs"));
        Files.writeString(root.resolve("jobs/nightly-settlement.yml"), "notifications: 7\n");

        tell(Kind.CLOSED, "");

        assertThat(recipients()).containsExactly("ops");
    }

    @Test
    void aRecipientWithoutAddressIsNoted() {
        tell(Kind.CONTROL_OPEN, "why");
        deliver();

        assertThat(outbox.latest(9))
                .anyMatch(one ->
                        one.news().recipient().equals("finance") && one.state().equals("NOBODY"));
    }

    @Test
    void newsWaitsWhileTheSettingsAreWrong() throws IOException {
        tell(Kind.FAILED, "why");
        Files.writeString(root.resolve("notifications.yml"), "recipients: 7\n");
        assertThat(deliver()).isZero();
        assertThat(states()).containsExactly("NEW");

        settings("ops");
        assertThat(deliver()).isEqualTo(1);
    }

    @Test
    void newsThatIsTooOldIsNotSentAnyMore() {
        tell(Kind.FAILED, "why");
        jdbc.sql("update notification set created_at = current_timestamp - interval '4' day")
                .update();

        assertThat(deliver()).isZero();
        assertThat(states()).containsExactly("OLD");
    }

    @Test
    void aHomeWithoutSettingsTellsNobody() throws IOException {
        Files.delete(root.resolve("notifications.yml"));
        tell(Kind.FAILED, "why");

        assertThat(deliver()).isZero();
        assertThat(states()).containsExactly("NOBODY");
    }

    @Test
    void numbersOfCardsDoNotReachTheBooks() {
        tell(Kind.FAILED, "saw 4111111111111111");

        assertThat(outbox.latest(9).get(0).news().text()).isEqualTo("saw 4111****1111");
    }

    @Test
    void twoThatDeliverAtOnceSendOnce() {
        for (int day = 0; day < 10; day++) {
            new JobReaders(outbox, new Home(root))
                    .tell(new Notice(Kind.FAILED, "nightly-settlement", MON.plusDays(day), "why"));
        }
        addressed();
        int arrived = Stream.of(1, 2, 3).parallel().mapToInt(each -> deliver()).sum();

        assertThat(arrived).isEqualTo(10);
        assertThat(receiver.received.stream()
                        .map(one -> one.header("Qingfen-Id"))
                        .distinct())
                .hasSize(10);
        assertThat(receiver.received).hasSize(10);
    }

    private void addressed() {
        outbox.address(NotificationsFile.read(new Home(root)).orElseThrow().addresses());
    }

    private void settings(String recipient) throws IOException {
        Files.writeString(
                root.resolve("notifications.yml"),
                "webhook: {hosts: [127.0.0.1], privateNetworks: true, secretFile: secrets/webhook.secret}\n"
                        + "recipients: {" + recipient + ": {webhook: ['" + receiver.url() + "/ops']}}\n");
    }

    private void tell(Kind kind, String text) {
        new JobReaders(outbox, new Home(root)).tell(new Notice(kind, "nightly-settlement", MON, text));
    }

    private int deliver() {
        return new Delivering(outbox, new Home(root)).deliver();
    }

    private void makeDue() {
        jdbc.sql("update notification_delivery set next_at = current_timestamp - interval '1' second")
                .update();
    }

    private List<String> states() {
        return outbox.latest(9).stream().map(Entry::state).toList();
    }

    private List<String> recipients() {
        return outbox.latest(9).stream()
                .map(one -> one.news().recipient())
                .distinct()
                .toList();
    }
}
