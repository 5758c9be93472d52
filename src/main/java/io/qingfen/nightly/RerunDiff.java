package io.qingfen.nightly;

import java.util.List;
import java.util.Map;

/**
 * What a re-run changed: only rows that differ, each in order of its key. Amounts are minor units.
 *
 * @param positions by merchant and currency
 * @param payouts by payout id
 * @param cases of the date, by case id
 * @param voided proposals of a release that waited for approval; they end whether or not anything differs
 */
public record RerunDiff(
        List<PositionChange> positions,
        List<PayoutChange> payouts,
        List<CaseChange> cases,
        List<VoidedProposal> voided) {

    /**
     * One position that differs.
     *
     * @param netBefore 0 when there was none
     * @param decisionBefore empty when there was none
     * @param lines change of each line that differs, by the line's name
     */
    public record PositionChange(
            String merchantId,
            String currency,
            long netBefore,
            long netAfter,
            String decisionBefore,
            String decisionAfter,
            long payoutBefore,
            long payoutAfter,
            Map<String, Long> lines) {}

    /** One payout that differs; 0 where there is none. */
    public record PayoutChange(String payoutId, String currency, long before, long after) {}

    /** One case that is there before or after only, or whose money at stake differs. */
    public record CaseChange(
            String caseId, String kind, String merchantId, String currency, Change change, long before, long after) {}

    /** What became of a case. */
    public enum Change {
        OPENED,
        GONE,
        CHANGED
    }

    /** A proposal of a release whose payouts must be proposed again. */
    public record VoidedProposal(int no, String maker) {}

    /** Whether positions, payouts and cases are what they were. */
    public boolean isEmpty() {
        return positions.isEmpty() && payouts.isEmpty() && cases.isEmpty();
    }
}
