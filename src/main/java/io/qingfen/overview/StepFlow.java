package io.qingfen.overview;

import io.qingfen.overview.NightAccount.Control;
import io.qingfen.overview.NightAccount.Sum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one step took in and gave out, with the money of the merchants' side.
 *
 * @param in empty where the step counts nothing
 */
public record StepFlow(Optional<Amount> in, Optional<Amount> out) {
    private static final StepFlow NOTHING = new StepFlow(Optional.empty(), Optional.empty());

    /**
     * A count of something and its money.
     *
     * @param unit what is counted: files, lines, records, items, settled, positions, payouts, controls, closed
     */
    public record Amount(String unit, long count, List<Sum> money) {}

    public static StepFlow of(String step, NightAccount night) {
        return switch (step) {
            case "collectFiles" ->
                flow(
                        new Amount("files", night.files().size(), List.of()),
                        new Amount(
                                "lines",
                                night.files().stream()
                                        .mapToLong(NightAccount.InputFile::lines)
                                        .sum(),
                                List.of()));
            case "routeRecords" -> flow(records(night, "records", "PRESENT"), records(night, "accepted", "ACCEPTED"));
            case "clearTerminals", "clearFollowUps" ->
                flow(records(night, "records", "IN", "CARRIED_IN"), records(night, "settled", "SETTLED"));
            case "settleMerchants" -> flow(records(night, "settled", "SETTLED"), positions(night, ""));
            case "proveBooks" ->
                flow(
                        new Amount("controls", night.controls().size(), List.of()),
                        new Amount(
                                "closed",
                                night.controls().stream()
                                        .filter(Control::closed)
                                        .count(),
                                List.of()));
            case "writePayouts" -> flow(positions(night, "PAYOUT"), payouts(night));
            default -> NOTHING;
        };
    }

    private static StepFlow flow(Amount in, Amount out) {
        return new StepFlow(Optional.of(in), Optional.of(out));
    }

    /** Slips and answers of the host; the money is that of the slips, since both speak of the same. */
    private static Amount records(NightAccount night, String unit, String... measures) {
        Flow flow = night.flow();
        long count = 0;
        Map<String, Sum> money = new LinkedHashMap<>();
        for (String measure : measures) {
            count += flow.count("CAPTURES_" + measure) + flow.count("AUTHORIZATIONS_" + measure);
            for (String currency : flow.currencies()) {
                Flow.Measured captures = flow.of("CAPTURES_" + measure, currency);
                add(money, new Sum("", currency, captures.count(), captures.amountMinor()));
            }
        }
        return new Amount(
                unit,
                count,
                money.values().stream().filter(sum -> sum.count() > 0).toList());
    }

    /** @param decision empty: all of them */
    private static Amount positions(NightAccount night, String decision) {
        long count = 0;
        Map<String, Sum> money = new LinkedHashMap<>();
        for (NightAccount.Settled settled : night.positions()) {
            if (decision.isEmpty() || settled.decision().equals(decision)) {
                count += settled.merchants();
                add(money, new Sum("", settled.currency(), settled.merchants(), settled.netMinor()));
            }
        }
        return new Amount("positions", count, new ArrayList<>(money.values()));
    }

    private static Amount payouts(NightAccount night) {
        long count = 0;
        Map<String, Sum> money = new LinkedHashMap<>();
        for (NightAccount.Paid paid : night.payouts()) {
            count += paid.payouts();
            add(money, new Sum("", paid.currency(), paid.payouts(), paid.amountMinor()));
        }
        return new Amount("payouts", count, new ArrayList<>(money.values()));
    }

    private static void add(Map<String, Sum> money, Sum more) {
        money.merge(
                more.currency(),
                more,
                (one, other) -> new Sum(
                        "",
                        one.currency(),
                        Math.addExact(one.count(), other.count()),
                        Math.addExact(one.amountMinor(), other.amountMinor())));
    }
}
