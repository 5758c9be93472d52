package io.qingfen.serve;

import io.qingfen.nightly.RerunDiff;
import io.qingfen.run.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What people ask of a night while the process serves. Each act runs beside whoever asked, one after the other; what
 * came of the last one of a date is remembered until the process ends, the rest stands in the books and the audit trail.
 */
public interface NightActs {
    /** What was asked. */
    enum Kind {
        /** The date goes on where it stopped. */
        RESTART,
        /** A date begins without files that are expected and missing. */
        WITHOUT_FILES,
        /** What a re-run would change; nothing stays of it. */
        PREVIEW,
        /** The date is run once more. */
        RERUN;

        /** Of a date that was settled before. */
        public boolean isAgain() {
            return this == PREVIEW || this == RERUN;
        }
    }

    /** How far an act has come. */
    enum State {
        RUNNING,
        DONE,
        REFUSED
    }

    /**
     * One act.
     *
     * @param no of this process, 1, 2, 3 …
     * @param ended null while it runs
     * @param problems why it was refused, as the command says it; empty otherwise
     * @param diff what a preview or a re-run changes; null otherwise
     * @param asPreviewed whether a re-run changed exactly what its preview said
     */
    record Act(
            long no,
            Kind kind,
            LocalDate date,
            Actor who,
            Instant begun,
            Instant ended,
            State state,
            List<String> problems,
            RerunDiff diff,
            boolean asPreviewed) {
        public boolean runs() {
            return state == State.RUNNING;
        }

        /** The same act, over. */
        public Act ended(Instant at, State how, List<String> why, RerunDiff changed, boolean asItWasPreviewed) {
            return new Act(no, kind, date, who, begun, at, how, why, changed, asItWasPreviewed);
        }
    }

    /**
     * Continues a date that stopped; audited.
     *
     * @throws io.qingfen.run.Refusal when the date cannot go on, or another act runs
     */
    Act restart(LocalDate date, Actor who);

    /**
     * Begins a date though files are missing that it waits for; audited with their names.
     *
     * @throws io.qingfen.run.Refusal when the date has begun or cannot begin, the reason is none, or another act runs
     */
    Act withoutFiles(LocalDate date, Actor who, String reason);

    /**
     * Finds out what a re-run would change; no act of the audit trail, since it changes nothing.
     *
     * @throws io.qingfen.run.Refusal when the date cannot be run again, or another act runs
     */
    Act preview(LocalDate date, Actor who);

    /**
     * Runs the date again; audited.
     *
     * @param previewNo the preview that was looked at; 0 where a re-run that was cut off goes on
     * @throws io.qingfen.run.Refusal when it is not the last preview of the date, the date cannot be run again, the
     *     reason is none, or another act runs
     */
    Act rerun(LocalDate date, Actor who, String reason, long previewNo);

    /** The last act of the date in this process. */
    Optional<Act> last(LocalDate date);
}
