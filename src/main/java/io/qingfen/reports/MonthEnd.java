package io.qingfen.reports;

import io.qingfen.run.Actor;
import java.nio.file.Path;
import java.time.YearMonth;

/** What a closed month comes to: a fee invoice per merchant, margins, key figures; proved against the ledger. */
public interface MonthEnd {
    /**
     * Writes the files of the month, the same bytes from the same books, over those of an earlier time.
     *
     * @throws io.qingfen.run.Refusal REFUSED while a date of the month is not closed; CONTROL_OPEN, with nothing written,
     *     when a sum does not agree with the ledger; LEASE_HELD while a night runs
     */
    Written write(YearMonth month, Actor who);

    /** What {@link #write} would write now, and its refusals; changes nothing. */
    Ready look(YearMonth month);

    /** Whether the month is complete in the outbox. */
    boolean isWritten(YearMonth month);

    /** Whether the last date of the month is closed. */
    boolean isClosed(YearMonth month);

    /**
     * A month that can be written.
     *
     * @param invoices number of merchants with an invoice
     * @param written whether its files stand there already
     */
    record Ready(Path folder, long invoices, boolean written) {}

    /**
     * The files.
     *
     * @param invoices number of merchants with an invoice
     * @param sha256 over the list of all files with their hashes
     */
    record Written(Path folder, long invoices, String sha256) {}
}
