package io.qingfen.verify;

import java.math.BigDecimal;

/** What a rule of risk measured of a merchant; the meaning of the figures is that of table risk_hit. */
public record RiskMeasure(String merchant, long part, long whole, long dates, long stakeMinor) {

    /** @param floorMinor the limit itself for SINGLE_AMOUNT
     * @param limit a factor, or a share as a fraction
     * @param least dates or failures */
    public boolean isAbove(String kind, long floorMinor, BigDecimal limit, long least) {
        return switch (kind) {
            case "SINGLE_AMOUNT" -> part > floorMinor;
            case "DAILY_AMOUNT" -> dates >= least && part >= floorMinor && exceeds(part, dates, limit);
            case "REFUND_RATIO" -> part > 0 && part >= floorMinor && exceeds(part, 1, limit);
            case "RISK_DECLINES" -> whole >= least && exceeds(part, 1, limit);
            case "SAME_CARD" -> part >= least;
            case "NIGHT_SHARE" -> stakeMinor >= floorMinor && exceeds(part, 1, limit);
            default -> false;
        };
    }

    private boolean exceeds(long one, long times, BigDecimal limit) {
        BigDecimal left = BigDecimal.valueOf(one).multiply(BigDecimal.valueOf(times));
        return left.compareTo(limit.multiply(BigDecimal.valueOf(whole))) > 0;
    }
}
