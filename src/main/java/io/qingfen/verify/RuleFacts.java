package io.qingfen.verify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * One rule of a fee plan or of a scheme cost.
 *
 * @param when allowed values by condition; a condition that is not there allows everything
 * @param rate as a fraction: 0.0038 is 0.38 %
 * @param minMinor null without, like the next three
 */
public record RuleFacts(
        String id,
        Map<String, List<String>> when,
        BigDecimal rate,
        long fixedMinor,
        Long minMinor,
        Long capMinor,
        Long minAmountMinor,
        Long maxAmountMinor) {

    /** What a rule asks of a transaction. */
    public record Item(Map<String, String> values, long amountMinor, boolean inHomeCurrency) {}

    public boolean applies(Item item) {
        boolean amounts = (minAmountMinor == null || item.amountMinor() >= minAmountMinor)
                && (maxAmountMinor == null || item.amountMinor() <= maxAmountMinor);
        return amounts
                && (item.inHomeCurrency() || namesNoAmount())
                && when.entrySet().stream().allMatch(condition -> allows(condition, item));
    }

    private static boolean allows(Map.Entry<String, List<String>> condition, Item item) {
        String value = item.values().getOrDefault(condition.getKey(), "");
        return condition.getKey().equals("entryMode")
                ? condition.getValue().stream().anyMatch(value::startsWith)
                : condition.getValue().contains(value);
    }

    /** Amounts of a rule are of the merchant's home currency and say nothing about another one. */
    private boolean namesNoAmount() {
        return fixedMinor == 0
                && minMinor == null
                && capMinor == null
                && minAmountMinor == null
                && maxAmountMinor == null;
    }

    /** rate × amount + fixed, raised to min, lowered to cap, rounded HALF_UP once, never above the amount. */
    public long feeMinor(long amountMinor) {
        BigDecimal fee = rate.multiply(BigDecimal.valueOf(amountMinor)).add(BigDecimal.valueOf(fixedMinor));
        fee = minMinor == null ? fee : fee.max(BigDecimal.valueOf(minMinor));
        fee = capMinor == null ? fee : fee.min(BigDecimal.valueOf(capMinor));
        return Math.min(fee.setScale(0, RoundingMode.HALF_UP).longValueExact(), amountMinor);
    }
}
