package io.qingfen.schedule;

import java.util.List;

/**
 * Work that the schedule starts, one bean per definition. A start is only a hint, and may come more than once or late:
 * the work decides by the lease and by its own records what is to be done.
 */
public interface ScheduledJob {
    /** Name of its definition. */
    String name();

    /** Names of its steps in order; a definition that names others is refused. */
    List<String> steps();

    /**
     * What is due at this start.
     *
     * @return what was done, one line each; empty when nothing was due
     * @throws io.qingfen.run.Refusal with what is in the way: LEASE_HELD waits for the run that holds it, TRANSIENT is
     *     tried again as the definition says
     */
    List<String> run(JobDefinition definition, Timetable.Start start);

    /**
     * Whether it is asked again and again after a start, since its own records say what is due; else it is asked once for
     * each start.
     */
    default boolean asksItsRecords() {
        return false;
    }
}
