package io.qingfen.scheme;

import io.qingfen.money.Currency;
import java.util.List;
import java.util.Map;

/**
 * What a date came to.
 *
 * @param records every new record, and each earlier one whose standing changed
 * @param own every item of ours without record, and each earlier one whose standing changed
 * @param controls one per currency, in order of the codes
 * @param costs both sides' costs of what was joined, by currency
 */
public record Judged(
        List<RecordVerdict> records,
        List<OwnVerdict> own,
        Map<Currency, MasterControl> controls,
        Map<Currency, CostSum> costs) {

    /**
     * A record of the scheme.
     *
     * @param item ours; null when none was found
     * @param differenceMinor what the scheme pays less what we expected, 0 without an item of ours
     */
    public record RecordVerdict(
            Side<SchemeRecord> record, Standing standing, Outcome outcome, Side<OwnItem> item, long differenceMinor) {}

    /** An item of ours, see {@link RecordVerdict} for those that were joined. */
    public record OwnVerdict(Side<OwnItem> item, Standing standing, Outcome outcome) {}

    /**
     * Costs of joined transactions.
     *
     * @param differing how many differ
     */
    public record CostSum(long ownMinor, long schemeMinor, long differing, long differenceMinor) {
        static final CostSum NONE = new CostSum(0, 0, 0, 0);

        CostSum plus(long ours, long theirs) {
            long difference = Math.subtractExact(theirs, ours);
            return new CostSum(
                    Math.addExact(ownMinor, ours),
                    Math.addExact(schemeMinor, theirs),
                    differing + (difference == 0 ? 0 : 1),
                    Math.addExact(differenceMinor, difference));
        }
    }
}
