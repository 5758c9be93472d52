package io.qingfen.reference;

import io.qingfen.calendar.SettlementCycle;
import io.qingfen.money.Currency;

/**
 * A shop as the night needs it. Names and bank accounts are not here: they are looked up per payout, see {@link
 * Accounts}.
 *
 * @param no position in the snapshot's byte order of merchant ids; valid for one snapshot
 * @param minPayoutMinor smallest payout in minor units of the home currency; less is carried forward
 * @param payoutHold payouts are stopped by a decision; the money stays owed
 * @param agentId empty without agent
 */
public record Merchant(
        int no,
        String id,
        String mcc,
        Status status,
        MerchantClass merchantClass,
        String feePlan,
        SettlementCycle cycle,
        Currency currency,
        long minPayoutMinor,
        boolean payoutHold,
        String agentId) {

    /** Only an ACTIVE merchant is paid; the money of others is held. */
    public enum Status {
        ACTIVE,
        SUSPENDED,
        CLOSED
    }

    /** The same merchant at this position. */
    public Merchant withNo(int position) {
        return new Merchant(
                position,
                id,
                mcc,
                status,
                merchantClass,
                feePlan,
                cycle,
                currency,
                minPayoutMinor,
                payoutHold,
                agentId);
    }
}
