package io.qingfen.schedule;

import io.qingfen.run.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What people changed about the schedule: jobs that are paused, business dates that are skipped. */
public interface JobStops {
    /**
     * One pause or skip.
     *
     * @param businessDate the date that is skipped; empty for a pause of the whole job
     * @param until when it ends by itself
     */
    record Stop(
            long number,
            String job,
            Optional<LocalDate> businessDate,
            String reason,
            Optional<Instant> until,
            Actor placedBy,
            Instant placedAt) {}

    /** Those that hold now, in the order in which they were placed. */
    List<Stop> inForce(String job, Instant now);

    /**
     * Places one; audited.
     *
     * @param businessDate the date to skip; empty to pause the job
     * @param until when it ends by itself; empty: when somebody ends it
     * @throws io.qingfen.run.Refusal REFUSED when one like it holds already, USAGE_OR_REFERENCE when the reason is none
     */
    Stop place(
            Actor who,
            String job,
            Optional<LocalDate> businessDate,
            String reason,
            Optional<Instant> until,
            Instant now);

    /**
     * Ends one; audited.
     *
     * @param businessDate the skipped date to start after all; empty to resume the paused job
     * @throws io.qingfen.run.Refusal REFUSED when there is none
     */
    Stop end(Actor who, String job, Optional<LocalDate> businessDate, String reason, Instant now);
}
