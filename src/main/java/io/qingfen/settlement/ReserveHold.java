package io.qingfen.settlement;

import io.qingfen.money.Currency;
import io.qingfen.money.Rate;
import io.qingfen.reference.ReserveTerms;
import io.qingfen.reference.Snapshot;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What of a merchant's sales of one date and currency waits for its day of release. Never changes; later terms concern
 * later dates.
 *
 * @param baseMinor sales less voids and refunds of the date, above 0
 * @param withheldMinor above 0
 * @param days calendar days until the release
 */
public record ReserveHold(
        LocalDate withheldOn,
        String merchantId,
        Currency currency,
        long baseMinor,
        Rate rate,
        long withheldMinor,
        int days) {

    /** What is withheld of a day; empty when the merchant leaves no reserve, or nothing was sold. */
    public static Optional<ReserveHold> of(MerchantDay day, Snapshot reference) {
        Optional<ReserveTerms> terms = reference.agreements().reserve(day.merchantId());
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        long base = day.volumeMinor();
        long withheld = terms.get().withheldOf(base);
        return withheld == 0
                ? Optional.empty()
                : Optional.of(new ReserveHold(
                        day.businessDate(),
                        day.merchantId(),
                        day.currency(),
                        base,
                        terms.get().rate(),
                        withheld,
                        terms.get().days()));
    }

    /** The business date that gives it back; business dates leave no calendar day out. */
    public LocalDate releaseOn() {
        return withheldOn.plusDays(days);
    }
}
