package io.qingfen.run;

import java.time.LocalDate;

/**
 * What people and banks did by day and the next night books: decided cases, results of payouts. The books of a closed
 * date never change, so it waits in its capability's own tables until a date opens.
 */
@FunctionalInterface
public interface DayWork {
    /**
     * Freezes what waits as this date's, and books it. Called once per date, in the transaction that begins it; what
     * comes later waits for the next date. Must not depend on the order in which the capabilities are asked.
     */
    void takeOver(LocalDate businessDate);
}
