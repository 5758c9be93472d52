package io.qingfen.intake.batch;

import io.qingfen.TestDatabase;
import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.jdbc.TestBulkLoad;
import io.qingfen.intake.InputFiles;
import io.qingfen.intake.InputPlan;
import io.qingfen.intake.LargeTerminal;
import io.qingfen.intake.RoutedRecords;
import io.qingfen.intake.Shops;
import io.qingfen.intake.TerminalConsumer;
import io.qingfen.intake.TerminalRecords;
import io.qingfen.intake.WorkingSet;
import io.qingfen.intake.jdbc.TestIntakeTables;
import io.qingfen.reference.Settings;
import io.qingfen.reference.Snapshot;
import io.qingfen.review.jdbc.TestCases;
import io.qingfen.run.BusinessDay;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Home;
import io.qingfen.run.RunContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A home and books on which the intake steps run as the frame runs them: one transaction a step or partition. */
final class IntakeNight {
    final Home home;
    final JdbcClient jdbc;
    final InputPlan plan;
    final RoutedRecords routed;
    final InputFiles files;
    private WorkingSet workingSet;
    final GzipInputArchive archive;
    /** What was handed over as large. */
    final List<LargeTerminal> large = new ArrayList<>();

    private final TerminalTables tables;
    private final CollectFiles collect;
    private final RouteRecords route;
    private final TransactionTemplate transaction;
    private final Snapshot snapshot;
    private LocalDate date = Shops.MON_2026_03_02;
    private int workers = 2;
    private long token;

    IntakeNight(TestDatabase database, Path root, Snapshot snapshot) {
        this.home = new Home(root);
        this.snapshot = snapshot;
        DataSource books = database.fresh();
        BulkLoad bulk = TestBulkLoad.on(books, database.dialect());
        jdbc = JdbcClient.create(books);
        transaction = new TransactionTemplate(new JdbcTransactionManager(books));
        plan = TestIntakeTables.plan(books, bulk);
        routed = TestIntakeTables.routed(books, bulk);
        files = TestIntakeTables.files(books);
        tables = new TerminalTables(date -> this.snapshot);
        BusinessDays days = new Days();
        collect = new CollectFiles(plan, days, date -> this.snapshot);
        TrailerChecks checks = new TrailerChecks(plan, routed, date -> this.snapshot);
        route = new RouteRecords(plan, routed, TestCases.in(books, bulk), days, tables, checks);
        workingSet = new FileWorkingSet(plan, routed, tables, 1 << 20);
        archive = new GzipInputArchive(plan);
        directory(home.inbox());
    }

    static IntakeNight on(TestDatabase database, Path root) {
        return new IntakeNight(database, root, Shops.snapshot());
    }

    static Settings continuing() {
        Settings d = Settings.DEFAULTS;
        return new Settings(
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
                true,
                d.payouts(),
                d.statements(),
                d.retention());
    }

    IntakeNight date(LocalDate next) {
        date = next;
        return this;
    }

    IntakeNight workers(int count) {
        workers = count;
        return this;
    }

    IntakeNight inbox(String name, byte[] bytes) {
        try {
            Files.write(home.inbox().resolve(name), bytes);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    RunContext run() {
        return new RunContext(date, home, workers, token);
    }

    /** A start or restart of the run: a new token, collectFiles. */
    IntakeNight collect() {
        token++;
        transaction.executeWithoutResult(status -> unchecked(() -> collect.run(run())));
        return this;
    }

    /** All partitions that are not done, on the run's threads. */
    IntakeNight route() {
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (String partition : route.partitions(run())) {
                futures.add(threads.submit(() -> routePartition(partition)));
            }
            for (Future<?> future : futures) {
                unchecked(future::get);
            }
            return this;
        } finally {
            threads.shutdownNow();
        }
    }

    List<String> partitions() {
        return route.partitions(run());
    }

    void routePartition(String partition) {
        transaction.executeWithoutResult(status -> {
            int done = jdbc.sql("select count(*) from partition_done where business_date = ? and partition_name = ?")
                    .params(date, partition)
                    .query(Integer.class)
                    .single();
            if (done == 0) {
                unchecked(() -> route.run(run(), partition));
                jdbc.sql("insert into partition_done (business_date, step, partition_name, token, done_at)"
                                + " values (?, 'routeRecords', ?, ?, current_timestamp)")
                        .params(date, partition, token)
                        .update();
            }
        });
    }

    IntakeNight finish() {
        transaction.executeWithoutResult(status -> unchecked(() -> route.finish(run())));
        return this;
    }

    IntakeNight night() {
        return collect().route().finish();
    }

    /** Everything accepted, range by range. */
    List<TerminalRecords> records() {
        List<TerminalRecords> records = new ArrayList<>();
        for (int range = 0; range < workingSet.ranges(run()); range++) {
            read(range, records::add);
        }
        return records;
    }

    int ranges() {
        return workingSet.ranges(run());
    }

    /** Reads what is routed with another measure of what is large. */
    IntakeNight largeTerminalBytes(long bytes) {
        workingSet = new FileWorkingSet(plan, routed, tables, bytes);
        return this;
    }

    /** Terminals of a range; a large one is put together again. */
    void read(int range, Consumer<TerminalRecords> consumer) {
        workingSet.read(run(), range, new TerminalConsumer() {
            @Override
            public void add(TerminalRecords records) {
                consumer.accept(records);
            }

            @Override
            public void add(LargeTerminal terminal) {
                large.add(terminal);
                TerminalRecords all = new TerminalRecords(
                        terminal.terminal(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
                terminal.forEach(some -> {
                    all.batches().addAll(some.batches());
                    all.captures().addAll(some.captures());
                    all.authorizations().addAll(some.authorizations());
                });
                consumer.accept(all);
            }
        });
    }

    List<String> rejects() {
        return jdbc.sql("select f.file_name, r.line_no, r.record_type, r.reason, r.field, r.detail from reject r"
                        + " join input_file f on f.file_no = r.file_no where r.business_date = ?"
                        + " order by r.file_no, r.line_no")
                .param(date)
                .query((row, number) -> "%s:%d %s %s %s: %s"
                        .formatted(
                                row.getString(1),
                                row.getInt(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5).isEmpty() ? "-" : row.getString(5),
                                row.getString(6)))
                .list();
    }

    List<String> notices() {
        return jdbc.sql("select notice, file_name, detail from intake_notice where business_date = ?"
                        + " order by notice, file_name")
                .param(date)
                .query((row, number) -> row.getString(1) + " " + row.getString(2) + ": " + row.getString(3))
                .list();
    }

    List<String> totals() {
        return jdbc.sql("select measure, currency, item_count, amount_minor from night_total where business_date = ?"
                        + " and step = 'routeRecords' and partition_name = '*' order by measure, currency")
                .param(date)
                .query((row, number) ->
                        row.getString(1) + " " + row.getString(2) + " " + row.getLong(3) + " " + row.getLong(4))
                .list();
    }

    List<String> cases() {
        return jdbc.sql("select subject, merchant_id, terminal_id, batch_no, exposure_minor, currency from review_case"
                        + " where opened_on = ? and kind = 'BATCH_REJECTED' order by subject")
                .param(date)
                .query((row, number) -> String.join(
                        " ",
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Long.toString(row.getLong(5)),
                        row.getString(6)))
                .list();
    }

    /** Names in a directory of the home, sorted; empty when it is not there. */
    List<String> names(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void directory(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private interface Action {
        void run() throws Exception;
    }

    private static void unchecked(Action action) {
        try {
            action.run();
        } catch (RuntimeException problem) {
            throw problem;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** How far each date is; ranges are what matters here. */
    private static final class Days implements BusinessDays {
        private final Map<LocalDate, Integer> ranges = new HashMap<>();

        @Override
        public Optional<BusinessDay> find(LocalDate date) {
            return Optional.of(new BusinessDay(
                    date, BusinessDay.State.OPEN, Optional.ofNullable(ranges.get(date)), Optional.empty()));
        }

        @Override
        public Optional<LocalDate> first() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<BusinessDay> latest() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<LocalDate> latestClosed() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void open(LocalDate date) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean beginTakingOver(LocalDate date) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void fail(LocalDate date, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close(LocalDate date) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void ranges(LocalDate date, int count) {
            ranges.put(date, count);
        }
    }
}
