package io.qingfen.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The books as the command line reads them. */
public interface NightAccounts {
    /** Every date of the books with its headline, latest first, at most this many. */
    List<Headline> latest(int dates);

    Optional<NightAccount> of(LocalDate date);

    /** Steps of the date's last run in the order they ran, with every attempt. */
    List<StepRun> steps(LocalDate date);

    /** How far the running step of the date is; empty when none runs. */
    Optional<Position> position(LocalDate date);

    /** The last re-run of the date; empty when it was run once. */
    Optional<Rerun> rerun(LocalDate date);

    /**
     * Why a date was run again.
     *
     * @param generation 2 for the second run of the date
     */
    record Rerun(int generation, String actor, String reason) {}

    /** One line of status: a date, where it is and what came of it. */
    record Headline(
            NightAccount.Day day,
            String stage,
            long controls,
            long controlsOpen,
            long openCases,
            List<NightAccount.Paid> payouts) {}

    /** One attempt of a step; {@code ended} is null while it runs. */
    record StepRun(String step, String status, Instant started, Instant ended) {
        public boolean completed() {
            return status.equals("COMPLETED");
        }
    }

    /**
     * Progress of a step.
     *
     * @param partitionsDone by this attempt and those before
     * @param partitionsNow of them since this attempt began
     * @param partitions of the step, 0 when it has none
     * @param records lines of all input files of the date
     */
    record Position(
            String step, Instant started, long partitionsDone, long partitionsNow, long partitions, long records) {}
}
