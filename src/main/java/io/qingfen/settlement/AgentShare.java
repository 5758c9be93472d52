package io.qingfen.settlement;

import io.qingfen.money.Currency;
import io.qingfen.money.Rate;
import io.qingfen.money.Rounding;
import io.qingfen.reference.AgentTerms;
import io.qingfen.reference.Snapshot;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an agent earns with one merchant on one date and currency: {@code (merchant fees − floor rate × volume) × ratio},
 * rounded HALF_UP once. Negative where it is taken back.
 *
 * @param volumeMinor sales less voids and refunds of the date, signed
 * @param merchantFeesMinor + = charged to the merchant
 */
public record AgentShare(
        LocalDate businessDate,
        String agentId,
        String merchantId,
        Currency currency,
        long volumeMinor,
        long merchantFeesMinor,
        Rate floorRate,
        Rate ratio) {
    private static final long MILLION = 1_000_000;
    private static final BigInteger MILLION_SQUARED = BigInteger.valueOf(MILLION * MILLION);

    /** The share of a day on which something was cleared; empty when the merchant has no agent who shares. */
    public static Optional<AgentShare> of(MerchantDay day, Snapshot reference) {
        if (!day.hasCleared()) {
            return Optional.empty();
        }
        Optional<AgentTerms> terms = reference.agreements().agentOf(reference.merchant(day.merchantId()));
        return terms.map(agreed -> new AgentShare(
                day.businessDate(),
                agreed.id(),
                day.merchantId(),
                day.currency(),
                day.volumeMinor(),
                day.merchantFeesMinor(),
                agreed.floorRate(),
                agreed.ratio()));
    }

    /** The floor fees as people read them, rounded; the share is reckoned with the unrounded ones. */
    public long floorFeesMinor() {
        return Rounding.proportionHalfUp(volumeMinor, floorRate.partsPerMillion(), MILLION);
    }

    /** + = owed to the agent. */
    public long shareMinor() {
        BigInteger fees = BigInteger.valueOf(merchantFeesMinor).multiply(BigInteger.valueOf(MILLION));
        BigInteger floor = BigInteger.valueOf(volumeMinor).multiply(BigInteger.valueOf(floorRate.partsPerMillion()));
        BigInteger shared = fees.subtract(floor).multiply(BigInteger.valueOf(ratio.partsPerMillion()));
        return Rounding.halfUp(shared, MILLION_SQUARED);
    }
}
