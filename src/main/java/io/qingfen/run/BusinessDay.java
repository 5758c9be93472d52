package io.qingfen.run;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One business date of the books.
 *
 * @param ranges how many ranges its working set was divided into, once known
 * @param failure why its last run ended, while it is FAILED
 */
public record BusinessDay(LocalDate date, State state, Optional<Integer> ranges, Optional<String> failure) {
    /**
     * OPEN until the night is complete; FAILED when its run ended early; CLOSED when it is complete; SUPERSEDING while a
     * closed date's results are being set aside for a re-run; RETIRED when a closed date's rows have left the books.
     */
    public enum State {
        OPEN,
        FAILED,
        CLOSED,
        SUPERSEDING,
        RETIRED
    }
}
