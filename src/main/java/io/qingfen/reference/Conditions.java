package io.qingfen.reference;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * When a fee rule applies: every listed condition must hold; an empty set is no condition.
 *
 * @param entryModes prefixes of the capture's entry mode, for example {@code 07}
 * @param minAmountMinor inclusive, minor units
 * @param maxAmountMinor inclusive, minor units
 */
public record Conditions(
        Set<Channel> channels,
        Set<CardType> cardTypes,
        Set<CardOrigin> cardOrigins,
        Set<TxnType> txnTypes,
        Set<String> mccs,
        Set<MerchantClass> merchantClasses,
        List<String> entryModes,
        OptionalLong minAmountMinor,
        OptionalLong maxAmountMinor) {

    public static final Conditions NONE = new Conditions(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            List.of(),
            OptionalLong.empty(),
            OptionalLong.empty());
}
