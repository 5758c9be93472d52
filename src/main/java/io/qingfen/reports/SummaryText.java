package io.qingfen.reports;

import io.qingfen.control.ControlTotal;
import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.reports.Figures.Items;
import io.qingfen.reports.Figures.Sales;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The figures of a date as one tree for {@code summary.json}: keys in a fixed order, amounts as decimal text with the
 * currency's digits, shares as decimal text with four digits, null where there is nothing to divide by.
 */
public final class SummaryText {
    private final Figures figures;
    private final Explanations explanations;
    private final KeyRates rates;

    public SummaryText(Figures figures, Explanations explanations) {
        this.figures = figures;
        this.explanations = explanations;
        this.rates = new KeyRates(figures);
    }

    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("business_date", figures.businessDate().toString());
        tree.put("inputs", rows(figures.inputs(), this::input));
        tree.put("notices", rows(figures.notices(), SummaryText::notice));
        tree.put("records", rows(figures.records(), this::measure));
        tree.put("transactions", byStatus());
        tree.put("totals", totals());
        tree.put("by_channel", volumes("channel", Items::channel));
        tree.put("by_card_type", volumes("card_type", Items::cardType));
        tree.put("by_mcc", rows(figures.byMcc(), sales -> sales("mcc", sales)));
        tree.put("by_hour", volumes("hour", items -> twoDigits(items.hour())));
        tree.put("failures", failures());
        tree.put("rates", rates.tree());
        tree.put("merchants", activity(figures.merchants()));
        tree.put("terminals", activity(figures.terminals()));
        tree.put("volume_per_active_terminal", rates.volumePerActiveTerminal());
        tree.put("deposits", rows(figures.deposits(), this::deposit));
        tree.put("payouts", rows(figures.payouts(), this::payout));
        tree.put("cases", cases());
        tree.put(
                "rejects",
                rows(figures.rejects(), rejects -> row("reason", rejects.reason(), "count", rejects.count())));
        tree.put("controls", rows(figures.controls(), SummaryText::control));
        return tree;
    }

    private Map<String, Object> input(Figures.Input input) {
        return row("kind", input.kind(), "file", input.fileName(), "lines", input.lines(), "sha256", input.sha256());
    }

    private static Map<String, Object> notice(Figures.Notice notice) {
        return row("file", notice.fileName(), "notice", notice.notice(), "detail", notice.detail());
    }

    private Map<String, Object> measure(Figures.Measure measure) {
        return row(
                "measure",
                measure.name(),
                "currency",
                measure.currency(),
                "count",
                measure.count(),
                "amount",
                amount(measure.amountMinor(), measure.currency()));
    }

    private List<Map<String, Object>> byStatus() {
        Map<String, Volume> groups = grouped(
                figures.items(),
                items -> items.currency() + "|" + items.matchStatus() + "|" + items.disposition(),
                items -> true);
        List<Map<String, Object>> rows = new ArrayList<>();
        groups.forEach((key, volume) -> {
            String[] names = key.split("\\|");
            rows.add(row(
                    "currency",
                    names[0],
                    "match_status",
                    names[1],
                    "disposition",
                    names[2],
                    "count",
                    volume.sales() + volume.credits(),
                    "amount",
                    amount(Math.addExact(volume.salesMinor(), volume.creditsMinor()), names[0])));
        });
        return rows;
    }

    private List<Map<String, Object>> totals() {
        Map<String, Volume> cleared = grouped(figures.items(), Items::currency, Items::settled);
        figures.positions().forEach(position -> cleared.putIfAbsent(position.currency(), Volume.NONE));
        List<Map<String, Object>> rows = new ArrayList<>();
        cleared.forEach((currency, volume) -> rows.add(total(currency, volume)));
        return rows;
    }

    private Map<String, Object> total(String currency, Volume volume) {
        Map<String, Object> row = volume(currency, volume);
        row.put("fees", amount(volume.feeMinor(), currency));
        row.put("scheme_cost", amount(volume.costMinor(), currency));
        long margin = Math.subtractExact(volume.feeMinor(), volume.costMinor());
        row.put("margin", amount(margin, currency));
        row.put("margin_bp", Ratios.basisPoints(margin, volume.salesMinor()));
        PositionSums sums = PositionSums.of(figures, currency);
        row.put("positions", sums.count());
        row.put("net", amount(sums.netMinor(), currency));
        row.put("payout", amount(sums.payoutMinor(), currency));
        row.put("carried_forward", amount(sums.carriedForwardMinor(), currency));
        row.put("credits_withheld", amount(sums.creditsWithheldMinor(), currency));
        row.put("deposit_withheld", amount(sums.depositWithheldMinor(), currency));
        row.put("deposit_refund", amount(sums.depositRefundMinor(), currency));
        return row;
    }

    private List<Map<String, Object>> volumes(String name, Function<Items, String> key) {
        Map<String, Volume> groups =
                grouped(figures.items(), items -> items.currency() + "|" + key.apply(items), Items::settled);
        List<Map<String, Object>> rows = new ArrayList<>();
        groups.forEach((names, volume) -> {
            String currency = names.substring(0, names.indexOf('|'));
            Map<String, Object> row = row(name, names.substring(currency.length() + 1));
            row.putAll(volume(currency, volume));
            rows.add(row);
        });
        return rows;
    }

    private static Map<String, Object> volume(String currency, Volume volume) {
        return row(
                "currency",
                currency,
                "sales_count",
                volume.sales(),
                "sales",
                amount(volume.salesMinor(), currency),
                "credits_count",
                volume.credits(),
                "credits",
                amount(volume.creditsMinor(), currency));
    }

    private Map<String, Object> sales(String name, Sales sales) {
        Map<String, Object> row = row(name, sales.key());
        row.putAll(volume(
                sales.currency(),
                new Volume(sales.sales(), sales.salesMinor(), sales.credits(), sales.creditsMinor(), 0, 0)));
        return row;
    }

    private Map<String, Object> failures() {
        Map<String, Long> byCategory = new TreeMap<>();
        List<Map<String, Object>> byCode = new ArrayList<>();
        long count = 0;
        for (Figures.Failures failures : figures.failures()) {
            Explanation explanation = explanations.ofFailure(failures.responseCode());
            byCategory.merge(explanation.category(), failures.count(), Long::sum);
            count += failures.count();
            byCode.add(row(
                    "response_code",
                    failures.responseCode(),
                    "outcome",
                    failures.outcome(),
                    "category",
                    explanation.category(),
                    "reason",
                    explanation.reason(),
                    "currency",
                    failures.currency(),
                    "count",
                    failures.count(),
                    "amount",
                    amount(failures.amountMinor(), failures.currency())));
        }
        return row("count", count, "by_category", counts("category", byCategory), "by_response_code", byCode);
    }

    private static Map<String, Object> activity(Figures.Activity activity) {
        return row("active", activity.active(), "new", activity.fresh(), "silent", activity.silent());
    }

    private Map<String, Object> deposit(Figures.Deposits deposits) {
        String currency = deposits.currency();
        Map<String, Object> row = row("currency", currency, "state", deposits.state(), "terminals", deposits.count());
        row.put("collected", amount(deposits.collectedMinor(), currency));
        row.put("refunded", amount(deposits.refundedMinor(), currency));
        row.put("forfeited", amount(deposits.forfeitedMinor(), currency));
        row.put("held", amount(deposits.heldMinor(), currency));
        row.put("collected_today", amount(deposits.collectedTodayMinor(), currency));
        row.put("refund_today", amount(deposits.refundTodayMinor(), currency));
        row.put("forfeited_today", amount(deposits.forfeitedTodayMinor(), currency));
        return row;
    }

    private Map<String, Object> payout(Figures.Payouts payouts) {
        return row(
                "currency",
                payouts.currency(),
                "value_date",
                payouts.valueDate().toString(),
                "count",
                payouts.count(),
                "amount",
                amount(payouts.amountMinor(), payouts.currency()));
    }

    private Map<String, Object> cases() {
        Map<String, Long> open = new TreeMap<>();
        Map<String, Long> ages = new TreeMap<>();
        long opened = 0;
        long closed = 0;
        for (Figures.Cases cases : figures.cases()) {
            opened += cases.openedOn().equals(figures.businessDate()) ? cases.count() : 0;
            if (cases.open()) {
                open.merge(cases.kind(), cases.count(), Long::sum);
                ages.merge(ageOf(cases).name(), cases.count(), Long::sum);
            } else {
                closed += cases.count();
            }
        }
        long count = open.values().stream().mapToLong(Long::longValue).sum();
        List<Map<String, Object>> ageing = new ArrayList<>();
        for (CaseAge age : CaseAge.values()) {
            ageing.add(row("days", age.days(), "count", ages.getOrDefault(age.name(), 0L)));
        }
        return row(
                "open", count, "opened", opened, "closed", closed, "by_kind", counts("kind", open), "ageing", ageing);
    }

    private CaseAge ageOf(Figures.Cases cases) {
        return CaseAge.of(ChronoUnit.DAYS.between(cases.openedOn(), figures.businessDate()));
    }

    private static Map<String, Object> control(ControlTotal control) {
        Map<String, Object> row = row(
                "boundary",
                control.boundary(),
                "side",
                control.side(),
                "count",
                control.count(),
                "amount",
                amount(control.amountMinor(), control.currency()),
                "currency",
                control.currency());
        row.put("counterpart_count", control.counterpartCount());
        row.put("counterpart_amount", amount(control.counterpartMinor(), control.currency()));
        row.put("closed", control.closed());
        return row;
    }

    static Map<String, Volume> grouped(List<Items> items, Function<Items, String> key, Predicate<Items> counted) {
        Map<String, Volume> groups = new TreeMap<>();
        items.stream().filter(counted).forEach(one -> groups.merge(key.apply(one), Volume.of(one), Volume::plus));
        return groups;
    }

    /** No decimals where nobody knows the currency. */
    static String amount(long minor, String currency) {
        Currency known = Currency.find(currency);
        return Amounts.format(minor, known == null ? 0 : known.digits());
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private static List<Map<String, Object>> counts(String name, Map<String, Long> counts) {
        List<Map<String, Object>> rows = new ArrayList<>();
        counts.forEach((key, count) -> rows.add(row(name, key, "count", count)));
        return rows;
    }

    private static <T> List<Map<String, Object>> rows(List<T> values, Function<T, Map<String, Object>> row) {
        return values.stream().map(row).toList();
    }

    private static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }
}
