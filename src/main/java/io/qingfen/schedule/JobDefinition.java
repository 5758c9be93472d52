package io.qingfen.schedule;

import io.qingfen.run.Notice;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * The contract of a job, {@code jobs/NAME.yml}: what it does, when, with which files, and who hears of it.
 *
 * @param steps names of the steps in order
 * @param expectedFiles kinds of files that it works on
 * @param onRefusedFile {@code stop} or {@code continue}
 * @param deadline for a job of business dates; empty when nobody waits for it
 * @param retryAfterSeconds pauses before a run that met a transient fault is tried again; as many tries as pauses
 * @param notifications who is told of what
 */
public record JobDefinition(
        String name,
        String description,
        List<String> steps,
        Timetable timetable,
        StartsWhen startsWhen,
        List<ExpectedFile> expectedFiles,
        String onRefusedFile,
        Optional<Deadline> deadline,
        List<Integer> retryAfterSeconds,
        List<Notification> notifications) {

    /** What must hold before the job starts. */
    public enum StartsWhen {
        /** Business dates follow without a gap. */
        EVERY_EARLIER_DATE_IS_CLOSED("every earlier date is closed"),
        /** The lease is free; else the job waits. */
        NO_NIGHT_RUNS("no night runs");

        private final String words;

        StartsWhen(String words) {
            this.words = words;
        }

        /** As a definition says it. */
        public String words() {
            return words;
        }
    }

    /** Times of the day after the business date, in the zone of the job, by which the date must be closed. */
    public record Deadline(LocalTime warn, LocalTime late) {}

    /** Who is told of one kind of change. */
    public record Notification(Notice.Kind on, List<String> to) {}
}
