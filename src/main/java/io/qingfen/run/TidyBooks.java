package io.qingfen.run;

import java.time.LocalDate;

/** What closing a date does so that its books are quick to read from then on. No result depends on it. */
public interface TidyBooks {
    /** May be repeated; runs in the transaction that closes the date. */
    void tidy(LocalDate businessDate);
}
