package io.qingfen.verify;

import java.time.LocalDate;
import java.util.List;

/**
 * One version of a deposit policy; amounts in minor units.
 *
 * @param months of the window, 0 when it is counted in days; both 0 without a window
 * @param monthlyMinor 0 unless every month must reach an amount
 */
public record PolicyFacts(
        String id,
        LocalDate effectiveFrom,
        boolean sale,
        boolean fromSettlement,
        long amountMinor,
        int months,
        int days,
        List<String> channels,
        List<String> cardTypes,
        long monthlyMinor,
        int monthlyMonths,
        List<Stage> stages,
        String onExpiry,
        boolean refundsOnReturn) {

    public record Stage(long thresholdMinor, long refundMinor) {}

    /** Null when the window never ends. */
    public LocalDate windowEnd(LocalDate activatedOn) {
        if (sale || months == 0 && days == 0) {
            return null;
        }
        return (months > 0 ? activatedOn.plusMonths(months) : activatedOn.plusDays(days)).minusDays(1);
    }

    public boolean counts(String channel, String cardType) {
        return (channels.isEmpty() || channels.contains(channel))
                && (cardTypes.isEmpty() || cardTypes.contains(cardType));
    }

    /** Refunds of the stages that this volume reaches. */
    public long earnedBy(long countedMinor) {
        return stages.stream()
                .filter(stage -> stage.thresholdMinor() <= countedMinor)
                .mapToLong(Stage::refundMinor)
                .sum();
    }

    /** The one refund when every month was reached. */
    public long earnedByAllMonths() {
        return stages.isEmpty() ? amountMinor : earnedBy(Long.MAX_VALUE);
    }
}
