package io.qingfen.generator;

import io.qingfen.reference.TxnType;
import java.util.List;

/**
 * What the books expect a scheme to pay for a planned transaction, by its authorization: cleared, or approved and waiting.
 *
 * @param record which of the transaction's reference numbers it has
 * @param minor minor units, + the scheme pays us
 * @param inYuan false for the few that were authorized in dollars: no scheme's file of ours has them
 */
record SchemeItem(TxnType type, int record, long minor, SchemeCost cost, boolean inYuan) {

    /** None for what moves no money here. */
    static List<SchemeItem> of(Shop shop, Slot slot) {
        long minor = slot.authorizedMinor();
        SchemeCost cost = SchemeCost.of(shop, slot.card, minor);
        return switch (slot.story) {
            case DECLINED, UNANSWERED, REVERSED, BALANCE_INQUIRY, PREAUTH_VOID, ORPHAN_CAPTURE -> List.of();
            case DECLINED_CAPTURE, UNKNOWN_OUTCOME, REVERSED_CAPTURE -> List.of();
            case VOID -> List.of(debit(TxnType.SALE, 0, minor, cost), credit(TxnType.VOID, 1, minor, cost.back()));
            case REFUND -> {
                SchemeCost original = SchemeCost.of(shop, slot.card, slot.originalMinor);
                // Where a plan keeps the fee, pricing keeps the cost too.
                SchemeCost back =
                        shop.plan() == Plan.KEEPER ? SchemeCost.NONE : original.back(minor, slot.originalMinor);
                yield List.of(credit(TxnType.REFUND, 0, minor, back));
            }
            case COMPLETION -> List.of(debit(TxnType.PREAUTH_COMPLETION, 1, minor, cost));
            case COMPLETION_VOID ->
                List.of(
                        debit(TxnType.PREAUTH_COMPLETION, 1, minor, cost),
                        credit(TxnType.COMPLETION_VOID, 2, minor, cost.back()));
            case OFFLINE_SALE, TYPE_MISMATCH -> List.of(debit(TxnType.OFFLINE_SALE, 0, minor, cost));
            case CURRENCY_MISMATCH -> List.of(new SchemeItem(TxnType.SALE, 0, minor, cost, false));
            default -> List.of(debit(TxnType.SALE, 0, minor, cost));
        };
    }

    private static SchemeItem debit(TxnType type, int record, long minor, SchemeCost cost) {
        return new SchemeItem(type, record, minor, cost, true);
    }

    private static SchemeItem credit(TxnType type, int record, long minor, SchemeCost cost) {
        return new SchemeItem(type, record, -minor, cost, true);
    }
}
