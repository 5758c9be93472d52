package io.qingfen.adjustments;

import io.qingfen.money.Currency;
import io.qingfen.repricing.DayComparison;
import io.qingfen.repricing.MerchantLine;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Collects a comparison, date after date, and keeps what an adjustment is made of: all fees of the merchants (in a
 * currency) whose fees differ in the sum.
 */
public final class Differences implements Consumer<DayComparison> {
    private static final int MOST = 1_000_000;
    private final Set<String> only;
    private final List<AdjustmentLine> collected = new ArrayList<>();

    /** @param only these merchants; empty: all */
    public Differences(Set<String> only) {
        this.only = only;
    }

    /** @throws Refusal with exit 2 when it is too much for one adjustment */
    @Override
    public void accept(DayComparison day) {
        day.sums().forEach((key, sum) -> {
            if (only.isEmpty() || only.contains(key.merchantId())) {
                collected.add(new AdjustmentLine(day.date(), key.merchantId(), key.change(), sum));
            }
        });
        if (collected.size() > MOST) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "more than " + MOST + " fees by date, merchant and rule up to " + day.date()
                            + ": too many for one adjustment; propose fewer dates, or some merchants with --merchant ID");
        }
    }

    /** In order; without merchants (in a currency) whose fees come to the same. */
    public List<AdjustmentLine> lines() {
        Set<String> changed = new HashSet<>();
        fees(collected).forEach(each -> changed.add(each.merchantId() + each.currency()));
        return collected.stream()
                .filter(line ->
                        changed.contains(line.merchantId() + line.change().currency()))
                .sorted(AdjustmentLine.ORDER)
                .toList();
    }

    /** What each merchant's fees change by, in order of merchant, currency and line; never 0. */
    public static List<AdjustedFees> fees(List<AdjustmentLine> lines) {
        SortedMap<MerchantLine, Long> sums = new TreeMap<>(MerchantLine.ORDER);
        lines.forEach(line -> sums.merge(
                new MerchantLine(
                        line.merchantId(),
                        line.change().currency(),
                        line.change().line()),
                line.differenceMinor(),
                Math::addExact));
        List<AdjustedFees> fees = new ArrayList<>();
        sums.forEach((whose, minor) -> {
            if (minor != 0) {
                fees.add(new AdjustedFees(whose.merchantId(), Currency.of(whose.currency()), whose.line(), minor));
            }
        });
        return fees;
    }

    /** @throws Refusal when nothing is left, with exit 3, or a merchant that was named has no difference, with exit 2 */
    public static void requireSomething(Adjustment.Basis basis, List<AdjustmentLine> lines) {
        Set<String> without = new TreeSet<>(basis.merchants());
        lines.forEach(line -> without.remove(line.merchantId()));
        if (!without.isEmpty()) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    without.stream()
                            .map(merchant -> "--merchant " + merchant + ": has the same fees under " + basis.planName()
                                    + " on " + basis.period() + ", or none; leave it out")
                            .toList());
        }
        if (lines.isEmpty()) {
            throw new Refusal(
                    Exit.REFUSED,
                    "no merchant would have paid another fee under " + basis.planName() + " on " + basis.period()
                            + "; there is nothing to adjust");
        }
    }
}
