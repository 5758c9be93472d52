package io.qingfen.reports.jdbc;

import io.qingfen.reference.Merchant;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.Terminal;
import io.qingfen.reports.Figures.Activity;
import io.qingfen.reports.Figures.Sales;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Who traded on a date, and how much. Streams merchants; keeps categories and the largest few. */
@Component
class ActivityQuery {
    private static final int TOP = 10;

    private static final String MERCHANT_SALES = """
            select merchant_id, currency,
              sum(case when line = 'SALES' then item_count else 0 end) as sales,
              sum(case when line = 'SALES' then amount_minor else 0 end) as sales_minor,
              sum(case when line = 'SALES' then 0 else item_count end) as credits,
              sum(case when line = 'SALES' then 0 else -amount_minor end) as credits_minor
            from merchant_total where business_date = :date and line in ('SALES', 'VOIDS', 'REFUNDS')
            group by merchant_id, currency order by merchant_id, currency
            """;
    private static final String ACTIVE_MERCHANTS = """
            select count(*) as active, coalesce(sum(case when exists (select 1 from position e
                where e.merchant_id = a.merchant_id and e.business_date < :date and e.sales_count > 0)
              then 0 else 1 end), 0) as fresh
            from (select distinct merchant_id from position where business_date = :date and sales_count > 0) a
            """;
    private static final String ACTIVE_TERMINALS = """
            select count(*) as active, coalesce(sum(case when exists (select 1 from terminal_volume e
                where e.terminal_id = a.terminal_id and e.business_date < :date)
              then 0 else 1 end), 0) as fresh
            from (select distinct terminal_id from terminal_volume where business_date = :date) a
            """;

    private final Reading reading;

    ActivityQuery(Reading reading) {
        this.reading = reading;
    }

    record MerchantSales(List<Sales> byMcc, List<Sales> top) {}

    MerchantSales merchantSales(Snapshot snapshot) {
        Map<String, Sales> byMcc = new TreeMap<>();
        Map<String, PriorityQueue<Sales>> top = new TreeMap<>();
        reading.each(MERCHANT_SALES, snapshot.businessDate(), row -> {
            Sales sales = new Sales(
                    row.getString("merchant_id"),
                    "",
                    row.getString("currency"),
                    row.getBigDecimal("sales").longValueExact(),
                    row.getBigDecimal("sales_minor").longValueExact(),
                    row.getBigDecimal("credits").longValueExact(),
                    row.getBigDecimal("credits_minor").longValueExact());
            Merchant merchant = snapshot.merchant(sales.key());
            Sales category = keyed(sales, merchant == null ? "" : merchant.mcc());
            byMcc.merge(sales.currency() + category.key(), category, ActivityQuery::sum);
            keepLargest(top.computeIfAbsent(sales.currency(), key -> new PriorityQueue<>(SMALLEST_FIRST)), sales);
        });
        return new MerchantSales(List.copyOf(byMcc.values()), named(top, snapshot.businessDate()));
    }

    /** Of equal sales the merchant whose id sorts first counts as larger. */
    private static final Comparator<Sales> SMALLEST_FIRST =
            Comparator.comparingLong(Sales::salesMinor).thenComparing(Sales::key, Comparator.reverseOrder());

    private static void keepLargest(PriorityQueue<Sales> largest, Sales sales) {
        largest.add(sales);
        if (largest.size() > TOP) {
            largest.poll();
        }
    }

    private List<Sales> named(Map<String, PriorityQueue<Sales>> top, LocalDate date) {
        List<Sales> named = new ArrayList<>();
        top.values()
                .forEach(largest -> largest.stream()
                        .sorted(SMALLEST_FIRST.reversed())
                        .map(sales -> named(sales, date))
                        .forEach(named::add));
        return named;
    }

    private Sales named(Sales sales, LocalDate date) {
        List<String> names = new ArrayList<>();
        reading.each(
                "select merchant_name from merchant_account where merchant_id = :merchant and valid_from <= :date"
                        + " order by valid_from",
                Map.of("merchant", sales.key(), "date", date),
                row -> names.add(row.getString(1)));
        String name = names.isEmpty() ? "" : names.get(names.size() - 1);
        return new Sales(
                sales.key(),
                name,
                sales.currency(),
                sales.sales(),
                sales.salesMinor(),
                sales.credits(),
                sales.creditsMinor());
    }

    Activity merchants(Snapshot snapshot) {
        AtomicLong heard = new AtomicLong();
        reading.each(
                "select distinct merchant_id from position where business_date > :monthAgo and business_date <= :date"
                        + " and sales_count > 0",
                snapshot.businessDate(),
                row -> {
                    Merchant merchant = snapshot.merchant(row.getString(1));
                    if (merchant != null && merchant.status() == Merchant.Status.ACTIVE) {
                        heard.incrementAndGet();
                    }
                });
        long expected = snapshot.merchants().stream()
                .filter(merchant -> merchant.status() == Merchant.Status.ACTIVE)
                .count();
        return activity(ACTIVE_MERCHANTS, snapshot.businessDate(), expected - heard.get());
    }

    Activity terminals(Snapshot snapshot) {
        AtomicLong heard = new AtomicLong();
        reading.each(
                "select distinct terminal_id from terminal_volume where business_date > :monthAgo"
                        + " and business_date <= :date",
                snapshot.businessDate(),
                row -> {
                    Terminal terminal = snapshot.terminal(row.getString(1));
                    if (terminal != null && terminal.status() == Terminal.Status.ACTIVE) {
                        heard.incrementAndGet();
                    }
                });
        long expected = snapshot.terminals().stream()
                .filter(terminal -> terminal.status() == Terminal.Status.ACTIVE)
                .count();
        return activity(ACTIVE_TERMINALS, snapshot.businessDate(), expected - heard.get());
    }

    private Activity activity(String sql, LocalDate date, long silent) {
        Activity[] found = new Activity[1];
        reading.each(sql, date, row -> found[0] = new Activity(row.getLong(1), row.getLong(2), silent));
        return found[0];
    }

    private static Sales keyed(Sales sales, String key) {
        return new Sales(
                key, "", sales.currency(), sales.sales(), sales.salesMinor(), sales.credits(), sales.creditsMinor());
    }

    private static Sales sum(Sales one, Sales other) {
        return new Sales(
                one.key(),
                "",
                one.currency(),
                one.sales() + other.sales(),
                Math.addExact(one.salesMinor(), other.salesMinor()),
                one.credits() + other.credits(),
                Math.addExact(one.creditsMinor(), other.creditsMinor()));
    }
}
