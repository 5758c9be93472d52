package io.qingfen.risk;

import io.qingfen.money.Amounts;
import io.qingfen.money.Rate;
import io.qingfen.reference.RiskRule;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * What a rule measured of one merchant on one date. Amounts in minor units of the rule's currency, never negative.
 *
 * @param part SINGLE_AMOUNT: the largest sale above the limit; DAILY_AMOUNT: the date's sales; REFUND_RATIO: refunds;
 *     RISK_DECLINES: failures declined for risk; NIGHT_SHARE: sales at night, number or amount;
 *     SAME_CARD: uses of the card that was used most
 * @param whole SINGLE_AMOUNT: number of sales above the limit; DAILY_AMOUNT: sales of the 30 dates before;
 *     REFUND_RATIO: sales; RISK_DECLINES: failures; NIGHT_SHARE: all sales; SAME_CARD: cards used too often
 * @param dates DAILY_AMOUNT: dates with sales among the 30 before; otherwise 0
 * @param stakeMinor money that the finding is about
 */
public record Measure(String merchantId, long part, long whole, int dates, long stakeMinor) {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    /** Whether it is above the rule's limit; exactly at the limit is not, but for SAME_CARD, which counts from it. */
    public boolean isAbove(RiskRule rule) {
        return switch (rule.kind()) {
            case SINGLE_AMOUNT -> part > rule.amountMinor();
            case DAILY_AMOUNT ->
                dates >= rule.least()
                        && part >= rule.amountMinor()
                        && times(part, dates, HUNDRED).compareTo(times(whole, rule.hundredths(), BigInteger.ONE)) > 0;
            case REFUND_RATIO -> part >= rule.amountMinor() && isShareAbove(rule.partsPerMillion());
            case RISK_DECLINES -> whole >= rule.least() && isShareAbove(rule.partsPerMillion());
            case SAME_CARD -> part >= rule.least();
            case NIGHT_SHARE -> stakeMinor >= rule.amountMinor() && isShareAbove(rule.partsPerMillion());
        };
    }

    private boolean isShareAbove(int partsPerMillion) {
        return times(part, 1, MILLION).compareTo(times(whole, partsPerMillion, BigInteger.ONE)) > 0;
    }

    private static BigInteger times(long one, long other, BigInteger third) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other)).multiply(third);
    }

    /**
     * What a person reads: rule, merchant, the figures and the limit, for example {@code big-sale 898310000000001: 52000.00
     * CNY in one sale, limit 50000.00; sales above it: 2}. The same on every run.
     */
    public String text(RiskRule rule) {
        return rule.id() + " " + merchantId + ": " + figures(rule);
    }

    private String figures(RiskRule rule) {
        String limit = ", limit " + new Rate(rule.partsPerMillion());
        return switch (rule.kind()) {
            case SINGLE_AMOUNT ->
                amount(rule, part) + " in one sale, limit " + Amounts.format(rule.amountMinor(), rule.currency())
                        + "; sales above it: " + whole;
            case DAILY_AMOUNT ->
                "sales " + amount(rule, part) + " on the date, " + amount(rule, whole) + " on " + dates
                        + " dates before, factor "
                        + BigDecimal.valueOf(rule.hundredths(), 2)
                                .stripTrailingZeros()
                                .toPlainString();
            case REFUND_RATIO -> "refunds " + amount(rule, part) + " of sales " + amount(rule, whole) + limit;
            case SAME_CARD ->
                "one card used " + part + " times, limit " + rule.least() + "; cards used so often: " + whole;
            case RISK_DECLINES -> part + " of " + whole + " failures declined for risk" + limit;
            case NIGHT_SHARE ->
                rule.night()
                        .map(night -> (night.byAmount()
                                        ? amount(rule, part) + " of " + amount(rule, whole)
                                        : part + " of " + whole + " sales")
                                + " from " + night.from() + " to " + night.to() + limit)
                        .orElseThrow();
        };
    }

    private static String amount(RiskRule rule, long minor) {
        return Amounts.format(minor, rule.currency()) + " " + rule.currency().code();
    }
}
