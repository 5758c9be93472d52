package io.qingfen.payouts.batch;

import io.qingfen.Snapshots;
import io.qingfen.TestDatabase;
import io.qingfen.bulk.jdbc.TestBulkLoad;
import io.qingfen.payouts.ReleaseGate;
import io.qingfen.payouts.jdbc.TestPayouts;
import io.qingfen.reference.Accounts;
import io.qingfen.reference.CurrentReference;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.Settings;
import io.qingfen.reference.Snapshot;
import io.qingfen.review.jdbc.TestCases;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.BooksMark;
import io.qingfen.run.Home;
import io.qingfen.run.Notice;
import io.qingfen.run.RunContext;
import io.qingfen.run.RunLease;
import io.qingfen.run.jdbc.TestBooksMark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Closed dates whose payouts wait for release, and everything that releases them, over real tables and files. */
final class PreparedDates {
    static final LocalDate FEB_12 = LocalDate.of(2026, 2, 12);
    static final LocalDate FEB_13 = LocalDate.of(2026, 2, 13);
    static final Actor MAKER = new Actor("anna");
    static final Actor CHECKER = new Actor("bert");

    final JdbcTemplate jdbc;
    final DataSource books;
    final Home home;
    final ReleasingPayouts releases;
    final AutomaticRelease automatic;
    final TakingPayoutResults results;
    final List<String> audited = new ArrayList<>();
    final List<Notice> told = new ArrayList<>();
    final List<ReleaseGate> gates = new ArrayList<>();
    /** What {@code qingfen.yml} says now. */
    Settings.Payouts settings = Settings.Payouts.DEFAULTS;
    /** Merchants that are on hold now. */
    final List<String> onHold = new ArrayList<>();

    private final TransactionTemplate transaction;
    private final WritingPayouts writing;
    private final Map<String, Accounts.Account> accounts = new HashMap<>();
    private final List<String> merchants = new ArrayList<>();

    PreparedDates(TestDatabase database, Path root) {
        books = database.fresh();
        jdbc = new JdbcTemplate(books);
        home = new Home(root);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(books);
        transaction = new TransactionTemplate(transactions);
        BankFilesOfDate files = new BankFilesOfDate(this::snapshot, TestPayouts.payouts(books));
        writing = new WritingPayouts(
                this::snapshot,
                TestPayouts.preparation(books, TestBulkLoad.on(books, database.dialect()), accounts),
                TestPayouts.payouts(books),
                TestPayouts.lookAt(books),
                files);
        gates.add(TestPayouts.controls(books));
        gates.add(new HoldsGate(reference(), TestPayouts.payouts(books)));
        BooksMark mark = TestBooksMark.of(books, home);
        ClosedDates dates = new ClosedDates(TestPayouts.prepared(books), TestPayouts.proposals(books), mark);
        ReleaseReview review = new ReleaseReview(TestPayouts.prepared(books), gates, reference(), home);
        releases = new ReleasingPayouts(
                dates,
                new ReleaseDecisions(
                        dates,
                        TestPayouts.proposals(books),
                        TestPayouts.states(books),
                        TestPayouts.lookAt(books),
                        review,
                        reference(),
                        audit(),
                        List.of(told::add)),
                TestPayouts.prepared(books),
                TestPayouts.proposals(books),
                TestPayouts.states(books),
                TestPayouts.payouts(books),
                TestPayouts.lookAt(books),
                review,
                new ReleaseCompletion(
                        TestPayouts.proposals(books),
                        TestPayouts.prepared(books),
                        TestPayouts.payouts(books),
                        files,
                        List.of(),
                        audit(),
                        home,
                        mark,
                        transactions),
                reference(),
                audit(),
                transactions);
        results = new TakingPayoutResults(
                TestPayouts.resultFiles(books),
                TestPayouts.states(books),
                TestCases.in(books, TestBulkLoad.on(books, database.dialect())),
                audit(),
                lease(),
                mark,
                home,
                transactions);
        automatic = new AutomaticRelease(releases, TestPayouts.proposals(books), reference(), this::snapshot, home);
    }

    private Snapshot snapshot(LocalDate date) {
        Settings d = Settings.DEFAULTS;
        Settings now = new Settings(
                d.acquirer(),
                d.zone(),
                d.cutOff(),
                d.currency(),
                d.language(),
                d.carryDays(),
                d.lookbackDays(),
                d.failingTerminalFailures(),
                d.failingMerchantFailures(),
                d.agedOutDays(),
                d.continueOnRefusedFile(),
                settings,
                d.statements(),
                d.retention());
        List<Merchant> known = Snapshots.merchants(merchants).stream()
                .map(one -> onHold.contains(one.id()) ? held(one) : one)
                .toList();
        return Snapshots.of(date, now, known, List.of(), Map.of());
    }

    private static Merchant held(Merchant one) {
        return new Merchant(
                one.no(),
                one.id(),
                one.mcc(),
                one.status(),
                one.merchantClass(),
                one.feePlan(),
                one.cycle(),
                one.currency(),
                one.minPayoutMinor(),
                true,
                one.agentId());
    }

    /** Free; a night that takes over meanwhile has another token. */
    private static RunLease lease() {
        return new RunLease() {
            @Override
            public Held acquire(LocalDate businessDate) {
                return new Held() {
                    @Override
                    public long token() {
                        return 1;
                    }

                    @Override
                    public void close() {
                        // Nobody waits for it.
                    }
                };
            }

            @Override
            public void require(long token) {
                // Always ours.
            }

            @Override
            public Optional<Holding> holding() {
                return Optional.empty();
            }

            @Override
            public boolean end(long token) {
                return false;
            }
        };
    }

    private CurrentReference reference() {
        return new CurrentReference() {
            @Override
            public Settings settings() {
                return snapshot(FEB_12).settings();
            }

            @Override
            public Snapshot as(LocalDate businessDate) {
                return snapshot(businessDate);
            }
        };
    }

    private Audit audit() {
        return new Audit() {
            @Override
            public void record(Actor actor, String action, String subject, String detail) {
                audited.add(actor + " " + action + " " + subject);
            }

            @Override
            public List<String> problems() {
                return List.of();
            }
        };
    }

    /** The merchant is paid so much on this date, at the bank on the next day. */
    PreparedDates pays(LocalDate date, String merchantId, String currency, long minor) {
        if (!merchants.contains(merchantId)) {
            merchants.add(merchantId);
        }
        accounts.put(
                merchantId,
                new Accounts.Account(
                        merchantId,
                        "shop",
                        "payee " + merchantId,
                        "62220210" + merchantId,
                        "6222****0001",
                        "102",
                        "bank"));
        jdbc.update(
                TestPayouts.INSERT_POSITION,
                Date.valueOf(date),
                merchantId,
                currency,
                minor,
                minor,
                Date.valueOf(date.plusDays(1)));
        jdbc.update(
                "insert into posting (entry_id, posting_no, business_date, account, debit_minor, credit_minor, currency)"
                        + " values (?, 2, ?, 'liabilities:payouts-in-transit', 0, ?, ?)",
                "E" + date.getDayOfMonth() + merchantId + currency,
                Date.valueOf(date),
                minor,
                currency);
        return this;
    }

    /** Writes the bank files and closes the date with every control closed. */
    PreparedDates closed(LocalDate date) {
        transaction.executeWithoutResult(status -> {
            try {
                writing.run(new RunContext(date, home, 1, 1));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        jdbc.update(
                "insert into business_day (business_date, state, opened_at) values (?, 'CLOSED', current_timestamp)",
                Date.valueOf(date));
        jdbc.update(
                "insert into control_total values (?, 1, 'positions', 'net', 1, 1, 'CNY', 1, 1, true)",
                Date.valueOf(date));
        return this;
    }

    String state(String payoutId) {
        return jdbc.queryForObject("select state from payout where payout_id = ?", String.class, payoutId);
    }

    /** Contents by name of {@code payouts} or {@code released}; empty when the folder is not there. */
    Map<String, String> files(LocalDate date, String folder) {
        Map<String, String> contents = new TreeMap<>();
        Path directory = home.outbox(date).resolve(folder);
        if (!Files.isDirectory(directory)) {
            return contents;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
            return contents;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Path waiting(LocalDate date, String name) {
        return home.outbox(date).resolve("payouts").resolve(name);
    }
}
