package io.qingfen.reference;

import java.util.Map;
import java.util.Optional;

/**
 * What was agreed with merchants and agents beside the fees, as in force on the business date of the snapshot.
 *
 * @param reserves by merchant id; merchants without a reserve are absent
 * @param agents by agent id; empty when the acquirer shares with nobody (no {@code agents.yml})
 */
public record Agreements(Map<String, ReserveTerms> reserves, Optional<Map<String, AgentTerms>> agents) {
    public static final Agreements NONE = new Agreements(Map.of(), Optional.empty());

    /** The terms of a merchant's reserve. */
    public Optional<ReserveTerms> reserve(String merchantId) {
        return Optional.ofNullable(reserves.get(merchantId));
    }

    /** The terms of the merchant's agent; empty without one, or when nobody shares. */
    public Optional<AgentTerms> agentOf(Merchant merchant) {
        return agents.map(byId -> byId.get(merchant.agentId()));
    }
}
