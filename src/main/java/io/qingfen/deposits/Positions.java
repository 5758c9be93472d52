package io.qingfen.deposits;

import io.qingfen.reference.Merchant;
import io.qingfen.reference.Snapshot;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** The merchants' positions before deposits: what was cleared on the date and what was brought forward to it. */
public interface Positions {
    /**
     * By merchant id, minor units of the home currency, negative when the merchant owes; every merchant asked for is
     * present.
     *
     * @param booksFrom first business date of the books: on it, opening balances are brought forward
     */
    Map<String, Long> beforeDeposits(Snapshot snapshot, LocalDate booksFrom, Collection<Merchant> merchants);
}
