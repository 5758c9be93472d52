package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.nightly.Nights;
import io.qingfen.payouts.PayoutReleases;
import io.qingfen.payouts.Release;
import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.verify.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Payouts of a date leave only when the date can be proved again, and every file says the same after a withdrawal. */
@OnBothDatabases
class ReleasingOnlyWhatIsProvedTest {
    private static final LocalDate DATE = Nightly.FIRST;
    private static final Actor ANNA = new Actor("anna");
    private static final Actor BERT = new Actor("bert");

    private final TestDatabase database;

    ReleasingOnlyWhatIsProvedTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void oneCorruptedRowStopsTheReleaseUntilItIsMended() throws IOException {
        Path home = Nightly.home();
        try (ConfigurableApplicationContext program = Nightly.open(database, home)) {
            program.getBean(Nights.class).run(DATE, 2);
            PayoutReleases releases = program.getBean(PayoutReleases.class);
            JdbcTemplate jdbc = new JdbcTemplate(program.getBean(javax.sql.DataSource.class));

            String taken = jdbc.queryForObject("select min(payout_id) from payout", String.class);
            releases.withdrawPayout(taken, ANNA, "disputed");
            assertThat(program.getBean(Verification.class).of(DATE).differences())
                    .as("manifest, hashes and bank files after a withdrawal")
                    .isEmpty();
            assertThat(bankFiles(home, "payouts")).doesNotContain(taken);

            releases.propose(DATE, ANNA, List.of());
            fee(jdbc, "+");
            refuses(releases, "the proof of 2026-03-02 is red", "qingfen verify --date 2026-03-02", "transactions");
            assertThat(home.resolve("outbox/" + DATE + "/released")).doesNotExist();

            fee(jdbc, "-");
            Path manifest = home.resolve("outbox/" + DATE + "/manifest.json");
            byte[] sound = Files.readAllBytes(manifest);
            Files.writeString(manifest, " ", StandardOpenOption.APPEND);
            refuses(releases, "manifest.json");
            Files.write(manifest, sound);

            Release released = releases.approve(DATE, BERT);
            assertThat(released.state()).isEqualTo(Release.State.RELEASED);
            assertThat(bankFiles(home, "released")).contains("<CdtTrfTxInf>").doesNotContain("|" + "CNY");
            assertThat(program.getBean(Verification.class).of(DATE).differences())
                    .as("after the release")
                    .isEmpty();
            requireSeenWhenAnotherFormatIsAdded(program, home.resolve("outbox/" + DATE));
            requireSeenWhenAReleasedFileIsGone(program, home);
        }
    }

    /** The same payouts once more: a bank that took both would pay twice. */
    private static void requireSeenWhenAnotherFormatIsAdded(ConfigurableApplicationContext program, Path outbox)
            throws IOException {
        Path table;
        try (Stream<Path> files = Files.list(outbox.resolve("payouts"))) {
            table = files.filter(file -> file.toString().endsWith(".csv"))
                    .findFirst()
                    .orElseThrow();
        }
        Path added = Files.copy(table, outbox.resolve("released").resolve(table.getFileName()));
        assertThat(program.getBean(Verification.class).of(DATE).differences())
                .singleElement()
                .asString()
                .contains("released/payouts_", "was not released");
        Files.delete(added);
    }

    private static void requireSeenWhenAReleasedFileIsGone(ConfigurableApplicationContext program, Path home)
            throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("outbox/" + DATE + "/released"))) {
            Files.delete(files.sorted().findFirst().orElseThrow());
        }
        assertThat(program.getBean(Verification.class).of(DATE).differences())
                .singleElement()
                .asString()
                .contains("released/pain001", "is missing");
    }

    private static void fee(JdbcTemplate jdbc, String sign) {
        jdbc.update(
                "update transactions set fee_minor = fee_minor " + sign + " 1 where business_date = ?"
                        + " and transaction_id = (select min(transaction_id) from transactions where business_date = ?"
                        + " and disposition = 'SETTLED')",
                java.sql.Date.valueOf(DATE),
                java.sql.Date.valueOf(DATE));
    }

    private static void refuses(PayoutReleases releases, String... why) {
        assertThatThrownBy(() -> releases.approve(DATE, BERT))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.CONTROL_OPEN))
                .hasMessageContainingAll(why);
    }

    private static String bankFiles(Path home, String folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(home.resolve("outbox/" + DATE).resolve(folder))) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
