package io.qingfen.schedule;

import java.time.Instant;
import java.util.Optional;

/** The last start of each job that was seen to. */
public interface JobStarts {
    /**
     * What came of a start.
     *
     * @param outcome DONE, FIRST for a job that the schedule never looked at before, or the exit that was in the way
     */
    record Seen(Instant startAt, Instant endedAt, String outcome, String detail) {}

    Optional<Seen> last(String job);

    /** The start is not due any more; an earlier one is overwritten, a later one stays. */
    void seen(String job, Instant startAt, String outcome, String detail);
}
