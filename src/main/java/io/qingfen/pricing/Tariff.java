package io.qingfen.pricing;

import io.qingfen.reference.Conditions;
import io.qingfen.reference.FeeRule;
import java.util.List;

/** An ordered list of rules: the first whose every condition holds applies. */
public final class Tariff {
    private Tariff() {}

    /** The rule that applies, or null when none does. */
    public static FeeRule find(List<FeeRule> rules, Priceable item) {
        for (FeeRule rule : rules) {
            if (applies(rule, item)) {
                return rule;
            }
        }
        return null;
    }

    private static boolean applies(FeeRule rule, Priceable item) {
        Conditions when = rule.when();
        return allows(when.channels(), item.channel())
                && allows(when.cardTypes(), item.cardType())
                && allows(when.cardOrigins(), item.cardOrigin())
                && allows(when.txnTypes(), item.txnType())
                && allows(when.mccs(), item.merchant().mcc())
                && allows(when.merchantClasses(), item.merchant().merchantClass())
                && entryModeAllowed(when, item.entryMode())
                && item.amountMinor() >= when.minAmountMinor().orElse(0)
                && item.amountMinor() <= when.maxAmountMinor().orElse(Long.MAX_VALUE)
                && (item.currency() == item.merchant().currency() || isPlainRate(rule));
    }

    private static <T> boolean allows(java.util.Set<T> listed, T value) {
        return listed.isEmpty() || listed.contains(value);
    }

    private static boolean entryModeAllowed(Conditions when, String entryMode) {
        if (when.entryModes().isEmpty()) {
            return true;
        }
        for (String prefix : when.entryModes()) {
            if (entryMode.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Amounts of a rule are in the merchant's home currency; a rule that names one says nothing about other currencies.
     */
    private static boolean isPlainRate(FeeRule rule) {
        return rule.fixedMinor() == 0
                && rule.minMinor().isEmpty()
                && rule.capMinor().isEmpty()
                && rule.when().minAmountMinor().isEmpty()
                && rule.when().maxAmountMinor().isEmpty();
    }
}
