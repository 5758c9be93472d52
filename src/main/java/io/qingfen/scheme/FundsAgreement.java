package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.scheme.SchemeRecord.Place;
import java.util.List;

/**
 * Whether a scheme's statement of funds agrees with its own records of the date, key by key: does the money move that its file
 * of transactions speaks of? Minor units, + to us.
 *
 * @param recordsMinor what the records give
 * @param fundsMinor what the statement says transactions moved
 * @param otherMinor what it says anything else moved; held against nothing
 * @param differing every key with another sum on either side, in order
 */
public record FundsAgreement(
        Currency currency, long recordsMinor, long fundsMinor, long otherMinor, List<Differing> differing) {

    public FundsAgreement {
        differing = List.copyOf(differing);
    }

    /**
     * One order, refund or merchant.
     *
     * @param place its first line in the statement; null when the statement has nothing of it
     */
    public record Differing(String key, long recordsMinor, long fundsMinor, Place place) {
        public long difference() {
            return Math.subtractExact(fundsMinor, recordsMinor);
        }
    }

    /** What the statement says less what the records give. */
    public long difference() {
        return Math.subtractExact(fundsMinor, recordsMinor);
    }

    public boolean agrees() {
        return differing.isEmpty();
    }
}
