package io.qingfen.deposits;

import io.qingfen.reference.DepositOpening;
import io.qingfen.reference.DepositPolicy.Collect;
import java.time.LocalDate;

/**
 * The deposit of one terminal at the end of a business date.
 *
 * @param historyComplete everything that counts was seen or told by an opening record; otherwise nothing is forfeited
 * @param caseOpenedOn when DEPOSIT_HISTORY_MISSING was opened, null before: it is opened once
 * @param changedOn last business date with an event, or the first one of the deposit
 */
public record Deposit(
        DepositTerms terms,
        DepositState state,
        DepositBalance balance,
        Progress progress,
        boolean historyComplete,
        LocalDate caseOpenedOn,
        LocalDate changedOn) {

    /**
     * A deposit that the books did not know before this date; its first money is a matter of events.
     *
     * @param booksFrom first business date of the books
     */
    static Deposit unknownBefore(DepositTerms terms, LocalDate date, LocalDate booksFrom) {
        return new Deposit(
                terms,
                terms.isSale() ? DepositState.SOLD : DepositState.DUE,
                DepositBalance.NOTHING,
                Progress.startingAfter(terms.activatedOn().minusDays(1)),
                !terms.activatedOn().isBefore(booksFrom),
                null,
                date);
    }

    /**
     * What a deposit already was when Qingfen took over the books. The volume of a monthly policy can be told only for
     * the first month: later ones are one number for several months, which decides nothing. A sale was booked before.
     */
    static Deposit takenOver(DepositTerms terms, DepositOpening opening, LocalDate date) {
        DepositBalance balance = terms.isSale()
                ? DepositBalance.NOTHING
                : new DepositBalance(opening.collectedMinor(), opening.refundedMinor(), 0);
        boolean told = terms.policy().monthly().isEmpty()
                || opening.asOf().isBefore(terms.activatedOn().plusMonths(1));
        Deposit empty = unknownBefore(terms, date, terms.activatedOn());
        return empty.with(balance, empty.stateOf(balance))
                .with(Progress.toldBy(opening.asOf(), opening.countedVolumeMinor(), terms))
                .withHistory(told);
    }

    public long heldMinor() {
        return balance.heldMinor();
    }

    /**
     * Whether the terminal begins a new deposit on these terms. Never while money of this one is held; without any money
     * so far the terms may still change; otherwise the terminal must have gone out again after the last event.
     */
    public boolean givesWayTo(DepositTerms wanted) {
        boolean sameMerchant = terms.merchantId().equals(wanted.merchantId());
        boolean wentOutAgain = wanted.activatedOn().isAfter(changedOn);
        return switch (state) {
            case DUE ->
                !(sameMerchant
                        && terms.activatedOn().equals(wanted.activatedOn())
                        && terms.policy().id().equals(wanted.policy().id()));
            case SOLD -> wentOutAgain && !sameMerchant;
            default -> wentOutAgain && heldMinor() == 0;
        };
    }

    /** Whether the books must keep this one instead; progress through a date without volume changes nothing. */
    public boolean differsFrom(Deposit stored) {
        return !with(progress.through(stored.progress.through())).equals(stored);
    }

    /** What a merchant still has to bring in by withholding; 0 when nothing is withheld (any more). */
    public long toWithholdMinor(LocalDate date) {
        boolean over = terms.windowEndedBefore(date) || state.isFinal();
        return over || !terms.isWithheldFromSettlement()
                ? 0
                : Math.max(0, terms.amountMinor() - balance.collectedMinor());
    }

    /** What the reached stages have earned and was not given back yet; at most what is held. */
    long refundDueMinor() {
        return Math.max(0, Math.min(Math.subtractExact(progress.earnedMinor(), balance.refundedMinor()), heldMinor()));
    }

    /** After this event on this date. */
    Deposit after(DepositEvent event, LocalDate date) {
        long minor = event.amountMinor();
        Deposit moved =
                switch (event.kind()) {
                    case PREPAID, WITHHELD -> with(balance.collect(minor), collecting());
                    case REFUNDED -> refunding(balance.refund(minor));
                    case RETURNED -> with(balance.refund(minor), state.become(DepositState.RETURNED));
                    case FORFEITED -> with(balance.forfeit(minor), state.become(DepositState.FORFEITED));
                    case CONVERTED -> with(balance.forfeit(minor), state.become(DepositState.CONVERTED));
                    case OPENING, SOLD -> this;
                };
        return new Deposit(terms, moved.state, moved.balance, progress, historyComplete, caseOpenedOn, date);
    }

    Deposit with(Progress counted) {
        return new Deposit(terms, state, balance, counted, historyComplete, caseOpenedOn, changedOn);
    }

    Deposit withCase(LocalDate openedOn) {
        return new Deposit(terms, state, balance, progress, historyComplete, openedOn, changedOn);
    }

    private Deposit withHistory(boolean complete) {
        return new Deposit(terms, state, balance, progress, complete, caseOpenedOn, changedOn);
    }

    private Deposit with(DepositBalance moved, DepositState wanted) {
        return new Deposit(terms, wanted, moved, progress, historyComplete, caseOpenedOn, changedOn);
    }

    private DepositState collecting() {
        return state.become(state == DepositState.PART_REFUNDED ? state : DepositState.HELD);
    }

    private Deposit refunding(DepositBalance refunded) {
        DepositState part = state.become(DepositState.PART_REFUNDED);
        return with(refunded, isAllRefunded(refunded) ? part.become(DepositState.REFUNDED) : part);
    }

    private DepositState stateOf(DepositBalance told) {
        if (state == DepositState.SOLD || told.collectedMinor() == 0) {
            return state;
        }
        if (told.refundedMinor() == 0) {
            return DepositState.HELD;
        }
        return isAllRefunded(told) ? DepositState.REFUNDED : DepositState.PART_REFUNDED;
    }

    /** Nothing is held, and nothing more will be collected. */
    private boolean isAllRefunded(DepositBalance told) {
        boolean whole = terms.policy().collect() == Collect.PREPAID || told.collectedMinor() >= terms.amountMinor();
        return whole && told.heldMinor() == 0;
    }
}
