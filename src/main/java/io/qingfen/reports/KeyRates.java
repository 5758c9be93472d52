package io.qingfen.reports;

import io.qingfen.money.Rounding;
import io.qingfen.reports.Figures.Items;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The acquirer's own rates of a date. Each is defined where it is computed, and in docs/SPEC-reports.md. */
final class KeyRates {
    private final Figures figures;

    KeyRates(Figures figures) {
        this.figures = figures;
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("approval_rate", approval());
        tree.put("unknown_rate", unknownRate());
        tree.put("reversal_rate", Ratios.share(count("REVERSED_CAPTURE"), judged()));
        tree.put("straight_through_rate", straightThrough());
        tree.put(
                "refund_ratio", byCurrency((currency, volume) -> Ratios.share(refunds(currency), volume.salesMinor())));
        tree.put(
                "chargeback_ratio",
                byCurrency((currency, volume) -> Ratios.share(
                        Math.negateExact(PositionSums.of(figures, currency).chargebacksMinor()), volume.salesMinor())));
        tree.put("deposit_reach_rate", depositReach(figures.deposits()));
        Figures.PayoutResults results = figures.payoutResults();
        tree.put("payout_failure_rate", Ratios.share(results.failed(), results.paid() + results.failed()));
        return tree;
    }

    /** Share of the date's accepted authorization records that did not fail. */
    String approval() {
        return Ratios.share(Math.max(0, attempts() - failed()), attempts());
    }

    /** Share of the judged items that were settled, nobody asked. */
    String straightThrough() {
        return Ratios.share(count("MATCHED"), judged());
    }

    /** Cleared sales less credits, per terminal with a cleared transaction. */
    List<Map<String, Object>> volumePerActiveTerminal() {
        long active = figures.terminals().active();
        return byCurrency((currency, volume) ->
                active == 0 ? null : SummaryText.amount(Rounding.halfUp(volume.netMinor(), active), currency));
    }

    /** Share of the date's accepted authorization records whose outcome nobody knows. */
    String unknownRate() {
        return Ratios.share(unknown(), attempts());
    }

    /** Accepted authorization records. */
    long attempts() {
        return figures.records().stream()
                .filter(measure -> measure.name().equals("AUTHORIZATIONS_ACCEPTED"))
                .mapToLong(Figures.Measure::count)
                .sum();
    }

    long failed() {
        return figures.failures().stream().mapToLong(Figures.Failures::count).sum();
    }

    private long unknown() {
        return figures.failures().stream()
                .filter(failures -> failures.outcome().equals("UNKNOWN"))
                .mapToLong(Figures.Failures::count)
                .sum();
    }

    private long judged() {
        return figures.items().stream().mapToLong(Items::count).sum();
    }

    private long count(String matchStatus) {
        return figures.items().stream()
                .filter(items -> items.matchStatus().equals(matchStatus))
                .mapToLong(Items::count)
                .sum();
    }

    private long refunds(String currency) {
        return figures.items().stream()
                .filter(items -> items.settled() && items.txnType().equals("REFUND"))
                .filter(items -> items.currency().equals(currency))
                .mapToLong(Items::amountMinor)
                .reduce(0, Math::addExact);
    }

    /** Deposits whose every stage was reached, of all that can be. */
    static String depositReach(List<Figures.Deposits> states) {
        long all = states.stream().mapToLong(Figures.Deposits::count).sum() - terminals(states, "SOLD");
        return Ratios.share(terminals(states, "REFUNDED"), all);
    }

    private static long terminals(List<Figures.Deposits> states, String state) {
        return states.stream()
                .filter(deposits -> deposits.state().equals(state))
                .mapToLong(Figures.Deposits::count)
                .sum();
    }

    @FunctionalInterface
    private interface OfCurrency {
        String value(String currency, Volume volume);
    }

    private List<Map<String, Object>> byCurrency(OfCurrency value) {
        List<Map<String, Object>> rows = new ArrayList<>();
        SummaryText.grouped(figures.items(), Items::currency, Items::settled).forEach((currency, volume) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("currency", currency);
            row.put("value", value.value(currency, volume));
            rows.add(row);
        });
        return rows;
    }
}
