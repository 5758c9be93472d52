package io.qingfen.verify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One version of a fee plan.
 *
 * @param instantRate null when the plan has no surcharge for payout on the same day
 * @param rules by name; a plan without tiers has one list, named ""
 */
public record PlanFacts(
        String id,
        LocalDate effectiveFrom,
        boolean keepsFeeOfRefunds,
        BigDecimal instantRate,
        long instantFixedMinor,
        List<Tier> tiers,
        Map<String, List<RuleFacts>> rules) {

    /** @param upToMinor null in the last one */
    public record Tier(Long upToMinor, String rules) {}

    /** @param salesOfLastMonthMinor cleared net sales of the merchant in the calendar month before */
    public List<RuleFacts> rulesFor(long salesOfLastMonthMinor) {
        if (tiers.isEmpty()) {
            return rules.getOrDefault("", List.of());
        }
        return tiers.stream()
                .filter(tier -> tier.upToMinor() == null || salesOfLastMonthMinor <= tier.upToMinor())
                .findFirst()
                .map(tier -> rules.getOrDefault(tier.rules(), List.of()))
                .orElse(List.of());
    }

    /** The surcharge on what the day's transactions leave the merchant; 0 when that is not above 0. */
    public long instantFeeMinor(long baseMinor) {
        if (baseMinor <= 0) {
            return 0;
        }
        BigDecimal share = instantRate.multiply(BigDecimal.valueOf(baseMinor)).setScale(0, RoundingMode.HALF_UP);
        return Math.addExact(share.longValueExact(), instantFixedMinor);
    }
}
