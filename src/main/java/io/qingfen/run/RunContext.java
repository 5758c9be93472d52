package io.qingfen.run;

import java.time.LocalDate;

/**
 * The run that a step belongs to.
 *
 * @param workers threads for partitioned steps
 * @param token fencing token of the lease that this run holds
 */
public record RunContext(LocalDate businessDate, Home home, int workers, long token) {}
