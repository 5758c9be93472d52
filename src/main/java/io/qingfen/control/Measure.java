package io.qingfen.control;

import java.util.Locale;

/** Everything that the control chain counts; each is measured by itself, from where its money or records stand. */
public enum Measure {
    // Counted while the night ran: intake and clearing write them beside their results.
    BATCHES_PRESENT(Origin.NIGHT),
    BATCHES_ACCEPTED(Origin.NIGHT),
    BATCHES_REJECTED(Origin.NIGHT),
    CAPTURES_PRESENT(Origin.NIGHT),
    CAPTURES_ACCEPTED(Origin.NIGHT),
    CAPTURES_REJECTED(Origin.NIGHT),
    CAPTURES_IN(Origin.NIGHT),
    CAPTURES_CARRIED_IN(Origin.NIGHT),
    /** Waited until this date, and left when it opened because a person decided. */
    CAPTURES_DECIDED(Origin.NIGHT),
    CAPTURES_DUPLICATE_BATCH(Origin.NIGHT),
    CAPTURES_SETTLED(Origin.NIGHT),
    CAPTURES_NOT_SETTLED(Origin.NIGHT),
    CAPTURES_OPEN(Origin.NIGHT),
    CAPTURES_TO_FOLLOW_UP(Origin.NIGHT),
    CAPTURES_FOLLOWED_UP(Origin.NIGHT),
    AUTHORIZATIONS_PRESENT(Origin.NIGHT),
    AUTHORIZATIONS_ACCEPTED(Origin.NIGHT),
    AUTHORIZATIONS_REJECTED(Origin.NIGHT),
    AUTHORIZATIONS_IN(Origin.NIGHT),
    AUTHORIZATIONS_CARRIED_IN(Origin.NIGHT),
    AUTHORIZATIONS_DECIDED(Origin.NIGHT),
    AUTHORIZATIONS_SETTLED(Origin.NIGHT),
    AUTHORIZATIONS_NOT_SETTLED(Origin.NIGHT),
    AUTHORIZATIONS_OPEN(Origin.NIGHT),
    AUTHORIZATIONS_FAILED(Origin.NIGHT),
    AUTHORIZATIONS_NOT_FINANCIAL(Origin.NIGHT),
    AUTHORIZATIONS_TO_FOLLOW_UP(Origin.NIGHT),
    AUTHORIZATIONS_FOLLOWED_UP(Origin.NIGHT),

    // Read again from the results themselves.
    STATED_BATCHES,
    STATED_CAPTURES,
    STATED_AUTHORIZATIONS,
    REJECTED_BATCH_ROWS,
    REJECTED_CAPTURE_ROWS,
    REJECTED_AUTHORIZATION_ROWS,
    DECIDED_CAPTURES,
    DECIDED_AUTHORIZATIONS,
    DECIDED_ITEMS,
    DECIDED_ITEMS_WITH_APPLIED_CASE,
    /** What decided items held in suspense or kept from the merchant, and what moves let go of it. */
    DECIDED_RELEASES,
    MOVED_RELEASES,
    DECIDED_ADJUSTMENTS,
    MOVED_ADJUSTMENTS,
    WAITING_CAPTURES_BEFORE,
    WAITING_AUTHORIZATIONS_BEFORE,
    WAITING_CAPTURES,
    WAITING_AUTHORIZATIONS,
    WAITING_SINCE_TODAY,
    WAITING_WITHOUT_ANSWER,
    WAITING_WITH_CASE,
    WAITING_WITH_OPEN_CASE,
    DUPLICATE_BATCH_CASES,
    FAILURE_ROWS,
    TRANSACTIONS_SETTLED,
    TRANSACTIONS_HELD,
    CAPTURES_OF_TRANSACTIONS_NOT_SETTLED,
    AUTHORIZATIONS_OF_TRANSACTIONS_NOT_SETTLED,
    /** Signed like the lines of positions: + = owed to the merchant. */
    CLEARED_SALES,
    CLEARED_VOIDS,
    CLEARED_REFUNDS,
    CLEARED_FEES,
    CLEARED_NET,
    /** + = owed to the schemes. */
    CLEARED_COSTS,
    CREDITS_WITHHELD_BEFORE,
    CREDITS_WITHHELD,
    SUSPENSE_BEFORE,
    SUSPENSE,
    DEPOSITS_WITHHELD,
    DEPOSITS_GIVEN_BACK,
    POSITIONS,
    POSITIONS_ADDING_UP,
    POSITION_SALES,
    POSITION_VOIDS,
    POSITION_REFUNDS,
    POSITION_MERCHANT_FEES,
    POSITION_INSTANT_FEES,
    POSITION_DEPOSITS_WITHHELD,
    POSITION_DEPOSIT_REFUNDS,
    POSITION_CREDITS_WITHHELD,
    /** Reserves of merchants, by merchant; only what the tables have rows of is measured. */
    RESERVES_WITHHELD,
    POSITION_RESERVES_WITHHELD,
    RESERVES_RELEASED,
    POSITION_RESERVES_RELEASED,
    RESERVES_HELD,
    RESERVES_BY_LEDGER,
    /** What agents earn, by account. */
    AGENT_SHARES,
    AGENT_SHARES_POSTED,
    /** What agents share in, by merchant: the fees of its position and what was cleared. */
    SHARED_FEES,
    POSITION_SHARED_FEES,
    /** Money that decisions of people and results of banks moved; the positions' part is signed like their lines. */
    MOVED_BY_DAY,
    MOVED_IN_POSITIONS,
    MOVES,
    MOVES_POSTED,
    /** What moves took out of suspense (-) or put there (+), without credits withheld. */
    SUSPENSE_MOVED,
    POSITION_PAYOUTS,
    POSITION_CARRIED_FORWARD,
    BROUGHT_FORWARD,
    BROUGHT_FORWARD_FROM_PREVIOUS_DATE,
    ENTRIES,
    ENTRIES_WITH_POSTINGS,
    ENTRY_DEBITS,
    ENTRY_CREDITS,
    LEDGER_MERCHANT_FEES,
    LEDGER_INSTANT_FEES,
    LEDGER_SCHEME_COSTS,
    LEDGER_SCHEME_RECEIVABLE,
    BALANCES_IN_DEBIT,
    BALANCES_IN_CREDIT,
    BALANCES_OPENED,
    BALANCES_CLOSED_BEFORE,
    BALANCES_MOVED,
    BALANCES_POSTED,
    BALANCES_MOVED_BEFORE,
    BALANCES_POSTED_BEFORE,
    BALANCES_CLOSED,
    BALANCES_ROLLED_FORWARD,
    OWED_BY_LEDGER,
    OWED_BY_POSITIONS,
    SUSPENSE_BY_LEDGER,
    SUSPENSE_BY_ITEMS,
    DEPOSITS_BY_LEDGER,
    DEPOSITS_BY_TERMINALS,
    IN_TRANSIT_BY_LEDGER,
    IN_TRANSIT_BY_PAYOUTS;

    private enum Origin {
        NIGHT,
        RESULTS
    }

    private final Origin origin;

    Measure() {
        this(Origin.RESULTS);
    }

    Measure(Origin origin) {
        this.origin = origin;
    }

    /** Counted while the night ran, under this name in table night_total. */
    public boolean isCountedByTheNight() {
        return origin == Origin.NIGHT;
    }

    /** For people: {@code captures carried in}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
