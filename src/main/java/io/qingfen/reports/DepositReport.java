package io.qingfen.reports;

import io.qingfen.reports.ReportCell.Count;
import io.qingfen.reports.ReportCell.Money;
import io.qingfen.reports.ReportCell.Text;
import io.qingfen.reports.ReportRows.Liability;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is owed as deposits, by state, policy and merchant, and how far terminals have come towards their refunds. */
final class DepositReport {
    private static final Comparator<Liability> POLICIES =
            Comparator.comparing(Liability::policy).thenComparing(Liability::currency);

    private final LocalDate date;
    private final ReportRows.Deposits deposits;
    private final Tables tables;

    DepositReport(LocalDate date, ReportRows.Deposits deposits, Words words) {
        this.date = date;
        this.deposits = deposits;
        this.tables = new Tables(words);
    }

    List<ReportSection> all() {
        List<Liability> policies = policies();
        return List.of(
                tables.tiles(headline()),
                ledger(),
                progress(policies),
                states(),
                table("deposits_by_policy", policies, false),
                table("deposits_by_merchant", byMerchant(), true));
    }

    private List<List<ReportCell>> headline() {
        Map<String, long[]> sums = new TreeMap<>();
        for (Figures.Deposits state : deposits.states()) {
            long[] sum = sums.computeIfAbsent(state.currency(), one -> new long[5]);
            sum[0] = Math.addExact(sum[0], state.heldMinor());
            sum[1] = Math.addExact(sum[1], state.collectedTodayMinor());
            sum[2] = Math.addExact(sum[2], state.refundTodayMinor());
            sum[3] = Math.addExact(sum[3], state.forfeitedTodayMinor());
        }
        deposits.rows().forEach(row -> sums.get(row.currency())[4] += row.dueMinor());
        List<List<ReportCell>> rows = new ArrayList<>();
        List<String> keys = List.of("held", "collected_today", "refund_today", "forfeited_today", "due_to_expire");
        sums.forEach((currency, sum) -> {
            for (int at = 0; at < keys.size(); at++) {
                rows.add(List.of(new Text(tables.word(keys.get(at)) + " · " + currency), money(sum[at], currency)));
            }
        });
        rows.add(List.of(new Text(tables.word("deposit_reach_rate")), ReportCell.share(reach())));
        return rows;
    }

    private String reach() {
        return KeyRates.depositReach(deposits.states());
    }

    private ReportSection ledger() {
        Map<String, Long> held = new TreeMap<>();
        deposits.states().forEach(state -> held.merge(state.currency(), state.heldMinor(), Math::addExact));
        Map<String, Long> currencies = new TreeMap<>(deposits.ofLedger());
        held.keySet().forEach(currency -> currencies.putIfAbsent(currency, 0L));
        List<List<ReportCell>> rows = new ArrayList<>();
        boolean agrees = true;
        for (Map.Entry<String, Long> one : currencies.entrySet()) {
            long own = held.getOrDefault(one.getKey(), 0L);
            long difference = Math.subtractExact(own, one.getValue());
            agrees &= difference == 0;
            rows.add(List.of(
                    new Text(one.getKey()),
                    money(own, one.getKey()),
                    money(one.getValue(), one.getKey()),
                    money(difference, one.getKey())));
        }
        return tables.judged(
                "deposits_and_ledger", agrees, rows, "currency", "#held", "#owed_by_ledger", "#difference");
    }

    private ReportSection progress(List<Liability> policies) {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Liability one : policies) {
            if (one.nextMinor() > 0) {
                rows.add(List.of(new Text(one.policy() + " · " + one.currency()), share(one)));
            }
        }
        return tables.unsummed("deposits_progress", rows, "policy", "#progress");
    }

    private ReportSection states() {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Figures.Deposits one : deposits.states()) {
            String currency = one.currency();
            rows.add(List.of(
                    new Text(currency),
                    tables.code("deposit:", one.state()),
                    new Count(one.count()),
                    money(one.collectedMinor(), currency),
                    money(one.refundedMinor(), currency),
                    money(one.forfeitedMinor(), currency),
                    money(one.heldMinor(), currency)));
        }
        return tables.summed(
                "deposits_by_state",
                rows,
                "currency",
                "state",
                "#terminals",
                "#collected",
                "#refunded",
                "#forfeited",
                "#held");
    }

    private List<Liability> policies() {
        Map<String, Liability> sums = new TreeMap<>();
        deposits.rows().forEach(row -> sums.merge(row.policy() + "\t" + row.currency(), row, DepositReport::sum));
        return sums.values().stream().sorted(POLICIES).toList();
    }

    private List<Liability> byMerchant() {
        return deposits.rows().stream()
                .sorted(POLICIES.thenComparing(Liability::heldMinor, Comparator.reverseOrder())
                        .thenComparing(Liability::merchantId))
                .toList();
    }

    private static Liability sum(Liability one, Liability other) {
        return new Liability(
                one.policy(),
                "",
                one.currency(),
                one.terminals() + other.terminals(),
                Math.addExact(one.collectedMinor(), other.collectedMinor()),
                Math.addExact(one.refundedMinor(), other.refundedMinor()),
                Math.addExact(one.forfeitedMinor(), other.forfeitedMinor()),
                Math.addExact(one.heldMinor(), other.heldMinor()),
                Math.addExact(one.countedMinor(), other.countedMinor()),
                Math.addExact(one.nextMinor(), other.nextMinor()),
                earlier(one.nextEnd(), other.nextEnd()),
                Math.addExact(one.dueMinor(), other.dueMinor()));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    private ReportSection table(String key, List<Liability> liabilities, boolean ofMerchants) {
        List<String> heads = new ArrayList<>(List.of("policy", "currency"));
        heads.addAll(ofMerchants ? List.of("merchant_id", "merchant_name") : List.of());
        heads.addAll(List.of("#terminals", "#collected", "#refunded", "#forfeited", "#held", "#counted_volume"));
        heads.addAll(List.of("#next_threshold", "#progress", "next_window_ends_on", "#days_left", "#due_to_expire"));
        List<List<ReportCell>> rows = new ArrayList<>();
        for (Liability one : liabilities) {
            List<ReportCell> row = new ArrayList<>(List.of(new Text(one.policy()), new Text(one.currency())));
            if (ofMerchants) {
                row.add(new Text(one.merchantId()));
                row.add(new Text(deposits.names().getOrDefault(one.merchantId(), "")));
            }
            row.addAll(amounts(one));
            rows.add(row);
        }
        return tables.summed(key, rows, heads.toArray(String[]::new));
    }

    private List<ReportCell> amounts(Liability one) {
        String currency = one.currency();
        boolean earns = one.nextMinor() > 0;
        return List.of(
                new Count(one.terminals()),
                money(one.collectedMinor(), currency),
                money(one.refundedMinor(), currency),
                money(one.forfeitedMinor(), currency),
                money(one.heldMinor(), currency),
                earns ? money(one.countedMinor(), currency) : ReportCell.NOTHING,
                earns ? money(one.nextMinor(), currency) : ReportCell.NOTHING,
                share(one),
                ReportCell.day(one.nextEnd()),
                one.nextEnd() == null ? ReportCell.NOTHING : new Count(ChronoUnit.DAYS.between(date, one.nextEnd())),
                money(one.dueMinor(), currency));
    }

    private static ReportCell share(Liability one) {
        return ReportCell.share(Ratios.share(one.countedMinor(), one.nextMinor()));
    }

    private static Money money(long minor, String currency) {
        return new Money(minor, currency, false);
    }
}
