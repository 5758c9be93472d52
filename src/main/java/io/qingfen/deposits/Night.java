package io.qingfen.deposits;

import io.qingfen.reference.Terminal;
import java.time.LocalDate;
import java.util.List;

/**
 * What one business date brings to the deposit of one terminal.
 *
 * @param booksFrom first business date of the books
 * @param terminal as the reference data of the date have it
 * @param volumes of the terminal, all dates not counted yet up to this one, in any order
 * @param availableMinor what the merchant's position can still give without falling below 0, minor units; may be
 *     negative
 */
public record Night(
        LocalDate date, LocalDate booksFrom, Terminal terminal, List<TerminalVolume> volumes, long availableMinor) {

    boolean isReturned() {
        return terminal.returnedOn() != null && !terminal.returnedOn().isAfter(date);
    }

    boolean isReturnedBeforeBooks() {
        return isReturned() && terminal.returnedOn().isBefore(booksFrom);
    }
}
