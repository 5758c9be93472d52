package io.qingfen.run;

import java.time.LocalDate;

/**
 * Something about a job that somebody may want to hear of, told once per change.
 *
 * @param job name of the job
 * @param businessDate what it is about
 * @param text what, why and the next command, in lines
 */
public record Notice(Kind kind, String job, LocalDate businessDate, String text) {
    /** What changed. */
    public enum Kind {
        /** The run ended without success, after the last try. */
        FAILED,
        /** The date is closed after it had failed. */
        RECOVERED,
        /** The date is closed. */
        CLOSED,
        /** A control is open: the money is stopped. */
        CONTROL_OPEN,
        /** An input file is refused. */
        REFUSED_FILE,
        /** It is time to start and files are missing. */
        WAITING_FOR_FILES,
        /** The files that were missing have arrived. */
        FILES_COMPLETE,
        /** The date is not closed at the time of the warning. */
        DUE_SOON,
        /** The date is not closed at its deadline. */
        LATE,
        /** Nothing has started the date by the time of the warning. */
        ABSENT,
        /** The closed date had far fewer or more lines, or took far longer or less long, than others of its weekday. */
        UNUSUAL,
        /** A person proposed something that another one must approve. */
        WAITING_FOR_APPROVAL,
        /** A job of the day opened cases. */
        CASE_OPENED
    }
}
