package io.qingfen.ledger;

import java.time.LocalDate;

/** The balance of every account at the end of each business date. Takes part in the caller's transaction. */
public interface TrialBalance {
    /**
     * Rolls the previous date's balances forward over the entries of this date: opening, debits, credits, closing of
     * every account that has a balance or moved.
     */
    void rollForward(LocalDate businessDate);
}
