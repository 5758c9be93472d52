package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.nightly.Nights;
import io.qingfen.nightly.RerunDiff;
import io.qingfen.nightly.Reruns;
import io.qingfen.nightly.SupersededDates;
import io.qingfen.payouts.PayoutReleases;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.verify.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A file of the last date comes late, and the date is run again: as if it had been there from the beginning. */
@OnBothDatabases
class RunningADateAgainTest {
    private static final Actor LI = new Actor("li.wei");
    private static final LocalDate FIRST = Nightly.FIRST;
    private static final LocalDate SECOND = FIRST.plusDays(1);
    /** What a re-run must give exactly; the ledger and what counts its entries also show what was reversed. */
    private static final List<String> RESULTS = List.of(
            "positions.csv",
            "transactions.csv",
            "cases.csv",
            "payouts.csv",
            "deposits.csv",
            "fees.csv",
            "agent-shares.csv",
            "failures.csv",
            "rejects.csv");

    private final TestDatabase database;

    RunningADateAgainTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void givesWhatTheDateWouldHaveGivenWithTheLateFile() throws IOException {
        Map<String, String> clean = results(playedWhole());
        Path home = homeWithRules();
        Path late = late(home);
        byte[] withheld = Files.readAllBytes(late);
        Files.delete(late);
        try (ConfigurableApplicationContext program = Nightly.open(database, home)) {
            run(program, FIRST);
            aBankRefusedAPayout(program);
            holdsChange(program);
            Map<String, List<String>> afterFirst = books(program);
            run(program, SECOND);
            Map<String, String> without = results(home);
            assertThat(without).isNotEqualTo(clean);
            assertThat(books(program).get("risk_hit").size())
                    .as("rules found something on both dates")
                    .isGreaterThan(afterFirst.get("risk_hit").size());
            assertThat(takenBack(program)).isEqualTo(afterFirst);

            Files.write(late, withheld);
            program.getBean(PayoutReleases.class).propose(SECOND, LI, List.of());
            Map<String, List<String>> before = books(program);
            RerunDiff rehearsed = program.getBean(Reruns.class).rehearse(SECOND);
            assertThat(books(program)).as("a rehearsal changes nothing").isEqualTo(before);
            assertThat(results(home)).as("a rehearsal changes nothing").isEqualTo(without);
            assertThat(rehearsed.positions()).isNotEmpty();
            assertThat(rehearsed.voided()).containsExactly(new RerunDiff.VoidedProposal(1, "li.wei"));

            RerunDiff done = program.getBean(Reruns.class).rerun(SECOND, LI, "a file came late", 2);
            assertThat(done).isEqualTo(rehearsed);
            assertThat(results(home)).isEqualTo(clean);
            assertThat(results(home.resolve("superseded"), SECOND + "-1/outbox"))
                    .as("what it made before is kept")
                    .isEqualTo(without);
            assertThat(program.getBean(Audit.class).problems()).isEmpty();
            requireLedgerCorrectedByEntries(program);
            goesOnWithTheNextDate(program);
        }
    }

    @Test
    void changesNothingWhenNothingIsDifferentAndRefusesWhatMustNotRunAgain() {
        Path home = Nightly.home();
        try (ConfigurableApplicationContext program = Nightly.open(database, home)) {
            run(program, FIRST);
            Map<String, String> once = results(home, "outbox/" + FIRST);
            List<String> entries = entries(program);
            assertThat(program.getBean(Reruns.class)
                            .rerun(FIRST, LI, "to be sure", 1)
                            .isEmpty())
                    .isTrue();
            assertThat(results(home, "outbox/" + FIRST)).isEqualTo(once);
            assertThat(entries(program)).as("not one entry more").isEqualTo(entries);
            beginsNothingWithoutItsInputs(program, home);
            changesPayoutsUnderOtherTerms(program, home);

            new JdbcTemplate(program.getBean(javax.sql.DataSource.class))
                    .update(
                            "update payout set state = 'RELEASED' where payout_id ="
                                    + " (select min(payout_id) from payout where business_date = ?)",
                            java.sql.Date.valueOf(FIRST));
            refuses(program, FIRST, "beyond PREPARED");
            run(program, SECOND);
            refuses(program, FIRST, "later dates are settled");
            refuses(program, SECOND.plusDays(5), "has not begun");
        }
    }

    /** And a link in the inbox, which the night refuses, is not looked behind by the preview. */
    private static void beginsNothingWithoutItsInputs(ConfigurableApplicationContext program, Path home) {
        Reruns reruns = program.getBean(Reruns.class);
        Path archive = home.resolve("archive").resolve(FIRST.toString());
        try {
            Path away = Files.move(archive, home.resolve("away"));
            assertThatThrownBy(() -> reruns.rerun(FIRST, LI, "again", 1))
                    .hasMessageContaining("for want of its input files");
            assertThatThrownBy(() -> reruns.rehearse(FIRST)).hasMessageContaining("for want of its input files");
            assertThat(program.getBean(Verification.class).of(FIRST).differences())
                    .isNotEmpty();
            Files.move(away, archive);
            Path link = home.resolve("inbox").resolve("terminal-batches_20260302_99.csv");
            Files.createSymbolicLink(link, home.resolve("reference").resolve("merchants.csv"));
            assertThatThrownBy(() -> reruns.rehearse(FIRST))
                    .hasMessageContaining("not a regular file but a symbolic link")
                    .hasMessageContaining("nothing was changed")
                    .hasMessageNotContaining("quarantine");
            Files.delete(link);
            assertThat(program.getBean(Verification.class).of(FIRST).differences())
                    .isEmpty();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /** Entries of payouts are taken back and posted anew, and all is proved again. */
    private static void changesPayoutsUnderOtherTerms(ConfigurableApplicationContext program, Path home) {
        Path reserves = home.resolve("reference").resolve("reserves.csv");
        try {
            Files.writeString(reserves, Files.readString(reserves).replace("10%", "20%"));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        RerunDiff changed = program.getBean(Reruns.class).rerun(FIRST, LI, "a higher reserve", 1);
        assertThat(changed.payouts()).isNotEmpty();
        assertThat(program.getBean(Verification.class).of(FIRST).differences()).isEmpty();
    }

    /** An approval that is not committed yet when the re-run looks: the money must not be paid twice. */
    @Test
    void waitsForAnApprovalThatIsUnderWayAndThenRefuses() throws Exception {
        try (ConfigurableApplicationContext program = Nightly.open(database, Nightly.home())) {
            run(program, FIRST);
            CountDownLatch locked = new CountDownLatch(1);
            Thread approval = new Thread(() -> approveSlowly(program, locked));
            approval.start();
            locked.await();
            refuses(program, FIRST, "beyond PREPARED");
            approval.join();
            assertThat(new JdbcTemplate(program.getBean(javax.sql.DataSource.class))
                            .queryForObject("select count(*) from payout where state = 'RELEASED'", Long.class))
                    .isPositive();
        }
    }

    private static void approveSlowly(ConfigurableApplicationContext program, CountDownLatch locked) {
        JdbcTemplate jdbc = new JdbcTemplate(program.getBean(javax.sql.DataSource.class));
        new TransactionTemplate(program.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            jdbc.queryForList(
                    "select state from business_day where business_date = ? for update", java.sql.Date.valueOf(FIRST));
            jdbc.update("update payout set state = 'RELEASED' where business_date = ?", java.sql.Date.valueOf(FIRST));
            locked.countDown();
            LockSupport.parkNanos(700_000_000L);
        });
    }

    private void goesOnWithTheNextDate(ConfigurableApplicationContext program) {
        run(program, Nightly.LAST);
        assertThat(new JdbcTemplate(program.getBean(javax.sql.DataSource.class))
                        .queryForObject("select count(*) from business_day where state = 'CLOSED'", Long.class))
                .isEqualTo(3);
    }

    private static void refuses(ConfigurableApplicationContext program, LocalDate date, String why) {
        assertThatThrownBy(() -> program.getBean(Reruns.class).rerun(date, LI, "again", 1))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.REFUSED))
                .hasMessageContaining(why);
    }

    private static void requireLedgerCorrectedByEntries(ConfigurableApplicationContext program) {
        JdbcTemplate jdbc = new JdbcTemplate(program.getBean(javax.sql.DataSource.class));
        assertThat(jdbc.queryForObject("select count(*) from journal_entry where reverses is not null", Long.class))
                .isPositive();
        assertThat(jdbc.queryForList(
                        "select r.entry_id from journal_entry r join posting p on p.entry_id in (r.entry_id, r.reverses)"
                                + " where r.reverses is not null group by r.entry_id, p.account, p.currency"
                                + " having sum(p.debit_minor - p.credit_minor) <> 0",
                        String.class))
                .as("reversals that do not cancel their entry")
                .isEmpty();
    }

    /** One merchant is put on hold by day, the hold of another is lifted. */
    private static void holdsChange(ConfigurableApplicationContext program) {
        JdbcTemplate jdbc = new JdbcTemplate(program.getBean(javax.sql.DataSource.class));
        String hold = "insert into risk_hold (hold_id, hold_no, merchant_id, terminal_id, reason, placed_by, placed_at,"
                + " business_date, lift_reason, lifted_by) select ?, ?, ";
        String rest = "(merchant_id), '', 'inquiry', 'mei', current_timestamp, cast(? as date), cast(? as varchar),"
                + " cast(? as varchar) from position where decision = 'PAYOUT'";
        jdbc.update(hold + "min" + rest, "H1", 1, null, null, null);
        jdbc.update(hold + "max" + rest, "H2", 2, java.sql.Date.valueOf(FIRST), "closed", "mei");
    }

    /** A case that came by day, between the two nights. */
    private static void aBankRefusedAPayout(ConfigurableApplicationContext program) {
        new JdbcTemplate(program.getBean(javax.sql.DataSource.class))
                .update(
                        "insert into review_case (case_id, opened_on, state, kind, resolution, subject, merchant_id,"
                                + " terminal_id, batch_no, trace_no, rrn, currency, response_code, exposure_minor)"
                                + " values ('K00000000000000000001', ?, 'OPEN', 'PAYOUT_REJECTED', '', 'P1', 'M', '', '',"
                                + " '', '', 'CNY', '', 100)",
                        java.sql.Date.valueOf(SECOND));
    }

    private static Path homeWithRules() {
        Path home = Nightly.home();
        try {
            Files.copy(
                    Path.of("src/test/resources/io/qingfen/risk/every-kind.yml"),
                    home.resolve("reference").resolve("risk-rules.yml"));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        return home;
    }

    private Path playedWhole() {
        Path home = homeWithRules();
        try (ConfigurableApplicationContext program = Nightly.open(database, home)) {
            run(program, FIRST);
            aBankRefusedAPayout(program);
            holdsChange(program);
            run(program, SECOND);
        }
        return home;
    }

    private static void run(ConfigurableApplicationContext program, LocalDate date) {
        program.getBean(Nights.class).run(date, 2);
    }

    private static Path late(Path home) throws IOException {
        try (var files = Files.list(home.resolve("inbox"))) {
            return files.filter(file -> file.getFileName().toString().matches("terminal-batches_20260303_.*"))
                    .max(java.util.Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private static Map<String, String> results(Path home) {
        return results(home, "outbox/" + SECOND);
    }

    private static Map<String, String> results(Path root, String directory) {
        Map<String, String> results = new TreeMap<>();
        Path outbox = root.resolve(directory);
        try (var files = Files.walk(outbox)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = outbox.relativize(file).toString();
                if (RESULTS.contains(name) || name.startsWith("payouts")) {
                    results.put(name, Files.readString(file));
                }
            }
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        return results;
    }

    private static List<String> entries(ConfigurableApplicationContext program) {
        return new JdbcTemplate(program.getBean(javax.sql.DataSource.class))
                .queryForList("select entry_id from journal_entry order by entry_id", String.class);
    }

    /** The books as they are after the second date was taken back; undone at once. */
    private static Map<String, List<String>> takenBack(ConfigurableApplicationContext program) {
        SupersededDates superseded = program.getBean(SupersededDates.class);
        return new TransactionTemplate(program.getBean(PlatformTransactionManager.class)).execute(status -> {
            status.setRollbackOnly();
            superseded.takeBack(SECOND, superseded.begin(SECOND, LI, "a look"));
            return books(program);
        });
    }

    /** Every row of every business table, without what runs and re-runs keep about themselves, and the ledger. */
    private static Map<String, List<String>> books(ConfigurableApplicationContext program) {
        JdbcTemplate jdbc = new JdbcTemplate(program.getBean(javax.sql.DataSource.class));
        Map<String, List<String>> books = new TreeMap<>();
        for (String name : jdbc.queryForList(
                "select table_name from information_schema.tables where table_schema in ('public', 'PUBLIC')"
                        + " and table_type in ('BASE TABLE', 'TABLE')",
                String.class)) {
            String table = name.toLowerCase(Locale.ROOT);
            if (!table.matches(
                    "batch_.*|flyway.*|transactions_.*|superseded_.*|audit_.*|notification.*|run_lease|business_day|rerun"
                            + "|journal_entry|posting|entry_standing|deposit_before|job_.*|file_arrival|qrtz_.*")) {
                books.put(table, rows(jdbc, table));
            }
        }
        return books;
    }

    private static List<String> rows(JdbcTemplate jdbc, String table) {
        List<String> rows = new ArrayList<>();
        jdbc.query("select * from " + table, row -> {
            List<String> cells = new ArrayList<>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                Object value = row.getObject(column);
                cells.add(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value));
            }
            rows.add(String.join("|", cells));
        });
        rows.sort(null);
        return rows;
    }
}
