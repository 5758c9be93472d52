package io.qingfen.reports.batch;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.reports.MonthEnd;
import io.qingfen.reports.MonthSum;
import io.qingfen.reports.jdbc.MonthBooks;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.BooksMark;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.CsvRows;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunLease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Under the lease of the night, so that nothing is booked meanwhile; proved first, then written, then told. */
@Component
class WritingMonthEnd implements MonthEnd {
    private final MonthBooks books;
    private final RunLease lease;
    private final BooksMark mark;
    private final Audit audit;
    private final Home home;
    private final TransactionTemplate transaction;

    WritingMonthEnd(
            MonthBooks books,
            RunLease lease,
            BooksMark mark,
            Audit audit,
            Home home,
            PlatformTransactionManager transactions) {
        this.books = books;
        this.lease = lease;
        this.mark = mark;
        this.audit = audit;
        this.home = home;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One thing that must be equal on both sides. */
    private record Control(String boundary, String currency, long left, long right, boolean ofMoney) {
        boolean isClosed() {
            return left == right;
        }

        String shown(long value) {
            return ofMoney ? Amounts.format(value, Currency.of(currency)) : Long.toString(value);
        }
    }

    @Override
    public boolean isWritten(YearMonth month) {
        return Files.isRegularFile(folder(month).resolve(MonthFiles.SUMS));
    }

    @Override
    public boolean isClosed(YearMonth month) {
        return open(month).isEmpty();
    }

    @Override
    public Written write(YearMonth month, Actor who) {
        try (RunLease.Held held = lease.acquire(month.atEndOfMonth())) {
            mark.require();
            requireReady(month);
            return transaction.execute(status -> {
                Written written = written(month);
                lease.require(held.token());
                audit.record(
                        who,
                        "month-end",
                        month.toString(),
                        written.invoices() + " invoices, SHA-256 of the list of files " + written.sha256());
                return written;
            });
        }
    }

    @Override
    public Ready look(YearMonth month) {
        requireReady(month);
        return transaction.execute(status -> {
            refuseWhenOpen(month, controls(month, all(month)));
            return new Ready(folder(month), sums(month).size(), isWritten(month));
        });
    }

    private void requireReady(YearMonth month) {
        open(month).ifPresent(why -> {
            throw new Refusal(Exit.REFUSED, why);
        });
    }

    private Written written(YearMonth month) {
        try {
            Map<String, Map<String, MonthSum>> merchants = sums(month);
            Map<String, MonthSum> all = all(month);
            List<Control> controls = controls(month, all);
            refuseWhenOpen(month, controls);
            return written(month, merchants, all, controls);
        } catch (IOException failed) {
            throw new UncheckedIOException("month-end of " + month + ": " + failed.getMessage(), failed);
        }
    }

    private Written written(
            YearMonth month,
            Map<String, Map<String, MonthSum>> merchants,
            Map<String, MonthSum> all,
            List<Control> controls)
            throws IOException {
        Files.deleteIfExists(folder(month).resolve(MonthFiles.SUMS));
        MonthFiles files = new MonthFiles(folder(month), month);
        files.csv("control-totals.csv", MonthFiles.CONTROLS, rows -> {
            for (Control one : controls) {
                rows.code(one.boundary()).number(one.shown(one.left())).number(one.shown(one.right()));
                rows.code("yes").code(one.currency()).end();
            }
        });
        files.csv(
                "fee-invoices.csv",
                MonthFiles.FEES,
                rows -> each(merchants, (merchant, code, sum) -> files.feeRow(rows, merchant, code, sum)));
        books.lines(month, files::invoiceLine);
        files.invoice();
        files.csv("kpis.csv", MonthFiles.KPIS, rows -> kpis(rows, month, all));
        files.csv(
                "margin.csv",
                MonthFiles.MARGIN,
                rows -> each(merchants, (merchant, code, sum) -> files.marginRow(rows, merchant, code, sum)));
        return new Written(folder(month), files.invoices(), files.complete());
    }

    private void kpis(CsvRows rows, YearMonth month, Map<String, MonthSum> all) throws IOException {
        figure(rows, "DATES", "", "", "", "", books.dates(month).size(), 0);
        for (Map.Entry<String, MonthSum> one : all.entrySet()) {
            MonthSum sum = one.getValue();
            figure(rows, "FEE_INCOME", "", "", "", one.getKey(), sum.count(), sum.fee());
            figure(rows, "SCHEME_COST", "", "", "", one.getKey(), sum.count(), sum.cost());
            figure(rows, "MARGIN", "", "", "", one.getKey(), sum.count(), sum.margin());
        }
        books.figures(
                month,
                (kpi, detail, channel, cardType, currency, count, amount) ->
                        figure(rows, kpi, detail, channel, cardType, currency, count, amount));
    }

    private static void figure(
            CsvRows rows,
            String kpi,
            String detail,
            String channel,
            String cardType,
            String currency,
            long count,
            long amount)
            throws IOException {
        rows.code(kpi).code(detail).code(channel).code(cardType).number(count);
        rows.number(currency.isEmpty() ? null : Amounts.format(amount, Currency.of(currency)));
        rows.code(currency).end();
    }

    /** What to do with the sums of a merchant. */
    @FunctionalInterface
    private interface Row {
        void write(String merchant, String currency, MonthSum sum) throws IOException;
    }

    private static void each(Map<String, Map<String, MonthSum>> merchants, Row row) throws IOException {
        for (Map.Entry<String, Map<String, MonthSum>> merchant : merchants.entrySet()) {
            for (Map.Entry<String, MonthSum> sum : merchant.getValue().entrySet()) {
                row.write(merchant.getKey(), sum.getKey(), sum.getValue());
            }
        }
    }

    private Map<String, Map<String, MonthSum>> sums(YearMonth month) {
        Map<String, Map<String, MonthSum>> merchants = new TreeMap<>();
        books.lines(
                month,
                line -> merchants
                        .computeIfAbsent(line.merchantId(), merchant -> new TreeMap<>())
                        .computeIfAbsent(line.currency(), currency -> new MonthSum())
                        .add(line));
        return merchants;
    }

    private Map<String, MonthSum> all(YearMonth month) {
        Map<String, MonthSum> all = new TreeMap<>();
        books.lines(
                month,
                line -> all.computeIfAbsent(line.currency(), currency -> new MonthSum())
                        .add(line));
        return all;
    }

    private List<Control> controls(YearMonth month, Map<String, MonthSum> all) {
        Map<String, Long> fees = books.feesOfLedger(month);
        Map<String, Long> costs = books.costsOfLedger(month);
        Map<String, Long> differ = books.merchantsThatDiffer(month);
        Set<String> currencies = new TreeSet<>(all.keySet());
        currencies.addAll(fees.keySet());
        currencies.addAll(costs.keySet());
        List<Control> controls = new ArrayList<>();
        for (String code : currencies) {
            MonthSum sum = all.getOrDefault(code, new MonthSum());
            controls.add(new Control("invoices -> ledger", code, sum.fee(), fees.getOrDefault(code, 0L), true));
            controls.add(new Control("margin -> ledger", code, sum.cost(), costs.getOrDefault(code, 0L), true));
            controls.add(new Control(
                    "merchants whose fees differ from positions", code, differ.getOrDefault(code, 0L), 0, false));
        }
        return controls;
    }

    private static void refuseWhenOpen(YearMonth month, List<Control> controls) {
        List<String> problems = controls.stream()
                .filter(one -> !one.isClosed())
                .map(one -> "month-end " + month + ": " + one.boundary() + " is open in " + one.currency() + ": "
                        + one.shown(one.left()) + " and " + one.shown(one.right())
                        + "; nothing was written; find the date: qingfen verify --date D for each of the month")
                .toList();
        if (!problems.isEmpty()) {
            throw new Refusal(Exit.CONTROL_OPEN, problems);
        }
    }

    /** Why the month is not ready; books may begin inside of it. */
    private Optional<String> open(YearMonth month) {
        Map<LocalDate, String> dates = books.dates(month);
        Optional<LocalDate> unfinished = dates.entrySet().stream()
                .filter(date -> !date.getValue().equals("CLOSED"))
                .map(Map.Entry::getKey)
                .findFirst();
        if (unfinished.isPresent() && dates.get(unfinished.get()).equals("RETIRED")) {
            return Optional.of("month-end " + month + ": "
                    + String.join("", BusinessDays.left(unfinished.get()).problems()));
        }
        if (unfinished.isPresent()) {
            return Optional.of("month-end " + month + ": business date " + unfinished.get()
                    + " is not closed; first: qingfen restart --date " + unfinished.get());
        }
        return dates.containsKey(month.atEndOfMonth())
                ? Optional.empty()
                : Optional.of("month-end " + month + ": its last date is not in the books; first: qingfen run --until "
                        + month.atEndOfMonth());
    }

    private Path folder(YearMonth month) {
        return home.root().resolve("outbox").resolve("month-" + month);
    }
}
