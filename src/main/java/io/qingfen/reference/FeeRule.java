package io.qingfen.reference;

import io.qingfen.money.Rate;
import java.util.OptionalLong;

/**
 * One line of a tariff: {@code rate × amount + fixed}, raised to {@code min}, lowered to {@code cap}, rounded HALF_UP
 * once, never above the amount. Amounts in minor units.
 *
 * @param id unique in its list; shown beside every fee
 * @param fixedMinor 0 without fixed part
 */
public record FeeRule(
        String id, Conditions when, Rate rate, long fixedMinor, OptionalLong minMinor, OptionalLong capMinor) {

    /** Whether an amount stands in it, as a part of the fee or as a condition. */
    public boolean namesAmounts() {
        return fixedMinor > 0
                || minMinor.isPresent()
                || capMinor.isPresent()
                || when.minAmountMinor().isPresent()
                || when.maxAmountMinor().isPresent();
    }
}
