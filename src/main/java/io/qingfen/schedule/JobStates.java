package io.qingfen.schedule;

import io.qingfen.run.Notice;
import java.time.LocalDate;
import java.util.Optional;

/** How each business date of a job stands. Whoever notices a change says so here; it is told once. */
public interface JobStates {
    /** What the news are about; each has a state of its own. */
    enum Topic {
        /** The run. */
        RUN,
        /** Its files. */
        FILES,
        /** Its deadlines. */
        TIME,
        /** How much it had to do, beside other dates. */
        SIZE
    }

    /**
     * Keeps the state, and tells everybody when it, or the first line of its text, is another than before.
     *
     * @param text what, why and the next command
     * @return whether it was told
     */
    boolean become(String job, LocalDate businessDate, Topic topic, Notice.Kind kind, String text);

    /** The state that was told last. */
    Optional<Notice.Kind> of(String job, LocalDate businessDate, Topic topic);
}
