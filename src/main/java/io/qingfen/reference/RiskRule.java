package io.qingfen.reference;

import io.qingfen.money.Currency;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * What a person wants to look at before money leaves. Sees records in its currency only.
 *
 * @param mccs merchants it looks at; empty: all
 * @param merchantClasses merchants it looks at; empty: all
 * @param holdPayout the merchant is not paid until a person has looked at the case
 * @param amountMinor SINGLE_AMOUNT: the limit; the others: smallest amount that counts, minor units, 0 for any
 * @param hundredths DAILY_AMOUNT: the factor times 100
 * @param partsPerMillion the shares: the limit, 20 % is 200,000
 * @param least DAILY_AMOUNT: dates with sales that the average needs; RISK_DECLINES: failures that the share needs;
 *     SAME_CARD: uses that are too many
 * @param codes RISK_DECLINES: response codes that mean risk
 * @param night NIGHT_SHARE: when it is night
 */
public record RiskRule(
        String id,
        LocalDate effectiveFrom,
        Kind kind,
        Set<String> mccs,
        Set<MerchantClass> merchantClasses,
        Currency currency,
        boolean holdPayout,
        long amountMinor,
        int hundredths,
        int partsPerMillion,
        int least,
        Set<String> codes,
        Optional<Night> night) {

    /** What a rule measures. */
    public enum Kind {
        /** One cleared sale is too large. */
        SINGLE_AMOUNT,
        /** The cleared sales of the date are far above the merchant's average. */
        DAILY_AMOUNT,
        /** Too much of the sales is refunded. */
        REFUND_RATIO,
        /** Too many failed authorizations were declined for risk. */
        RISK_DECLINES,
        /** Too much of the sales is made at night. */
        NIGHT_SHARE,
        /** One card is used again and again. */
        SAME_CARD
    }

    /**
     * Local times of a night, which may pass midnight.
     *
     * @param from inclusive
     * @param to exclusive
     * @param byAmount the share is one of the amount, otherwise one of the number of sales
     */
    public record Night(LocalTime from, LocalTime to, boolean byAmount) {}

    public boolean concerns(Merchant merchant) {
        return (mccs.isEmpty() || mccs.contains(merchant.mcc()))
                && (merchantClasses.isEmpty() || merchantClasses.contains(merchant.merchantClass()));
    }
}
