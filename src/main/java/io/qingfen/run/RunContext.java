package io.qingfen.run;

import java.time.LocalDate;

/**
 * The run that a step belongs to.
 *
 * @param workers threads for partitioned steps
 * @param token fencing token of the lease that this run holds
 * @param continueOnRefusedFile goes on without an input file that is refused, as the job's definition may say
 * @param rehearsal everything is rolled back at the end, so nothing may be written beside the transaction
 */
public record RunContext(
        LocalDate businessDate, Home home, int workers, long token, boolean continueOnRefusedFile, boolean rehearsal) {
    /** A run that keeps what it does. */
    public RunContext(LocalDate businessDate, Home home, int workers, long token, boolean continueOnRefusedFile) {
        this(businessDate, home, workers, token, continueOnRefusedFile, false);
    }

    /** A run that a refused input file stops. */
    public RunContext(LocalDate businessDate, Home home, int workers, long token) {
        this(businessDate, home, workers, token, false);
    }
}
