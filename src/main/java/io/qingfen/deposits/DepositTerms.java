package io.qingfen.deposits;

import io.qingfen.money.Currency;
import io.qingfen.reference.DepositPolicy;
import io.qingfen.reference.DepositPolicy.Collect;
import io.qingfen.reference.DepositPolicy.Kind;
import io.qingfen.reference.DepositPolicy.Stage;
import io.qingfen.reference.Terminal;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * What was agreed for the deposit of one terminal: fixed when it is first booked, whatever the reference data say later.
 *
 * @param windowEndsOn last date of the window, null when it never ends
 * @param amountMinor minor units of the merchant's home currency, more than 0
 * @param policy the version in force on the activation date
 */
public record DepositTerms(
        String terminalId,
        String merchantId,
        LocalDate activatedOn,
        LocalDate windowEndsOn,
        long amountMinor,
        Currency currency,
        DepositPolicy policy) {

    public static DepositTerms of(Terminal terminal, DepositPolicy policy) {
        LocalDate windowEndsOn = policy.kind() == Kind.PURCHASE
                ? null
                : policy.window()
                        .map(window -> window.lastDate(terminal.activatedOn()))
                        .orElse(null);
        return new DepositTerms(
                terminal.id(),
                terminal.merchant().id(),
                terminal.activatedOn(),
                windowEndsOn,
                policy.amountMinor(),
                terminal.merchant().currency(),
                policy);
    }

    /** Sold, not lent: no deposit, no volume. */
    public boolean isSale() {
        return policy.kind() == Kind.PURCHASE;
    }

    public boolean isWithheldFromSettlement() {
        return !isSale() && policy.collect() == Collect.FROM_SETTLEMENT;
    }

    /** Both ends of the window included. */
    boolean inWindow(LocalDate date) {
        return !date.isBefore(activatedOn) && !windowEndedBefore(date);
    }

    boolean windowEndedBefore(LocalDate date) {
        return windowEndsOn != null && date.isAfter(windowEndsOn);
    }

    /** Whether this volume counts towards the stages: its date, its kind of card, and the home currency. */
    boolean counts(TerminalVolume volume) {
        return inWindow(volume.businessDate())
                && volume.currency().equals(currency)
                && (policy.channels().isEmpty() || policy.channels().contains(volume.channel()))
                && (policy.cardTypes().isEmpty() || policy.cardTypes().contains(volume.cardType()));
    }

    /** Refunds of the stages that this counted volume reaches (≥), minor units; of a monthly policy see {@link Progress}. */
    long earnedBy(long countedMinor) {
        return policy.stages().stream()
                .filter(stage -> countedMinor >= stage.thresholdMinor())
                .mapToLong(Stage::refundMinor)
                .reduce(0, Math::addExact);
    }

    /** The one refund of a monthly policy: that of its stages, or the whole amount where it names none. */
    long earnedByAllMonths() {
        return policy.stages().isEmpty()
                ? amountMinor
                : policy.stages().stream().mapToLong(Stage::refundMinor).reduce(0, Math::addExact);
    }

    /** The lowest threshold that was not reached yet, given what the reached ones earned. */
    OptionalLong thresholdAfter(long earnedMinor) {
        return policy.stages().stream()
                .mapToLong(Stage::thresholdMinor)
                .filter(threshold -> earnedBy(threshold) > earnedMinor)
                .min();
    }
}
