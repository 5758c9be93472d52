package io.qingfen.deposits;

import io.qingfen.deposits.DepositEvent.Kind;
import io.qingfen.review.Case;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One deposit after the night of one business date.
 *
 * @param events of the date, in order
 * @param cases opened on the date
 */
public record DepositDay(LocalDate date, Deposit deposit, List<DepositEvent> events, List<Case> cases) {
    private static final Set<Kind> REFUNDS = EnumSet.of(Kind.REFUNDED, Kind.RETURNED);
    private static final Set<Kind> FORFEITS = EnumSet.of(Kind.FORFEITED, Kind.CONVERTED);

    /** Minor units given back on the date: the line DEPOSIT_REFUND of the merchant's position. */
    public long refundTodayMinor() {
        return sum(REFUNDS);
    }

    /** Minor units withheld on the date: the line DEPOSIT_WITHHELD of the merchant's position. */
    public long collectedTodayMinor() {
        return sum(Set.of(Kind.WITHHELD));
    }

    /** Minor units that became income on the date. */
    public long forfeitedTodayMinor() {
        return sum(FORFEITS);
    }

    /** Counted volume at which the next refund is earned; empty when none can be. Monthly: volume of each month. */
    public OptionalLong nextThresholdMinor() {
        DepositTerms terms = deposit.terms();
        if (deposit.state().isFinal() || !deposit.progress().mayEarnMore(terms, date)) {
            return OptionalLong.empty();
        }
        return terms.policy()
                .monthly()
                .map(monthly -> OptionalLong.of(monthly.amountMinor()))
                .orElseGet(() -> terms.thresholdAfter(deposit.progress().earnedMinor()));
    }

    private long sum(Set<Kind> kinds) {
        return events.stream()
                .filter(event -> kinds.contains(event.kind()))
                .mapToLong(DepositEvent::amountMinor)
                .reduce(0, Math::addExact);
    }
}
