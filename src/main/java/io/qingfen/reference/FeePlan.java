package io.qingfen.reference;

import io.qingfen.money.Rate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One version of a merchant fee plan.
 *
 * @param effectiveFrom first business date of this version
 * @param instant surcharge of cycle D0, absent when the plan has none
 * @param tiers empty when the plan has one list of rules; else in rising order, the last one open
 * @param rules lists by name; the single list of a plan without tiers is named {@code rules}
 */
public record FeePlan(
        String id,
        LocalDate effectiveFrom,
        RefundFee refundFee,
        Optional<Instant> instant,
        List<Tier> tiers,
        Map<String, List<FeeRule>> rules) {

    /** Name of the only list of a plan without tiers. */
    public static final String ONLY_LIST = "rules";

    /** Whether any rule or surcharge names an amount: then the plan serves merchants of one number of decimals only. */
    public boolean namesAmounts() {
        return instant.isPresent()
                || rules.values().stream().flatMap(List::stream).anyMatch(FeeRule::namesAmounts);
    }

    /** What a refund does to the fee: KEEP costs 0 and gives nothing back, PROPORTIONAL gives back in proportion. */
    public enum RefundFee {
        KEEP,
        PROPORTIONAL
    }

    /** {@code rate × base + fixed} on the merchant's day, HALF_UP. */
    public record Instant(Rate rate, long fixedMinor) {}

    /**
     * Chooses rules by the cleared net sales of the previous calendar month.
     *
     * @param upToMinor inclusive, minor units; {@link Long#MAX_VALUE} for the open tier
     * @param rules name of the list
     */
    public record Tier(long upToMinor, String rules) {}
}
