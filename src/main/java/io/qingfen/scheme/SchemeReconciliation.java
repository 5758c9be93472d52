package io.qingfen.scheme;

import io.qingfen.run.Actor;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Holds the files of schemes and channels against the books of a closed date. */
public interface SchemeReconciliation {
    /**
     * Compares every source whose files of the date have come, one transaction each; a source that was compared before is
     * left alone. Refused files are in {@code quarantine/} with their reason; the other sources are compared all the same.
     *
     * @throws io.qingfen.run.Refusal USAGE_OR_REFERENCE when {@code schemes.yml} is missing or not sound, REFUSED when the
     *     date is not closed, LEASE_HELD while a night runs, CONTROL_OPEN when a master control does not close (nothing of
     *     that source is kept)
     */
    Compared compare(LocalDate date, Actor who);

    /**
     * What {@link #compare} would do with each source now, in order of their names. Opens no file and changes nothing, so
     * it does not know which files will be refused.
     *
     * @throws io.qingfen.run.Refusal USAGE_OR_REFERENCE and REFUSED like {@link #compare}
     */
    List<Turn> look(LocalDate date);

    /** Whether a source of a date can be compared now. */
    enum TurnKind {
        COMPARES,
        /** Its files have not all come. */
        WAITS,
        /** An earlier date of it comes first, or its first date lies behind. */
        BLOCKED,
        /** Was compared before. */
        BEFORE
    }

    /**
     * One source of a date.
     *
     * @param files of the date that have come
     * @param why it waits or is blocked; else empty
     */
    record Turn(String source, List<String> files, TurnKind kind, String why) {}

    /** Closed dates for which files lie in the inbox, in order. Empty when no source is configured. */
    List<LocalDate> due();

    /**
     * What came of it.
     *
     * @param folder where the files for people are; null when nothing was compared
     * @param waiting names of sources whose file of the date has not come
     * @param blocked why sources could not be compared: an earlier date of theirs comes first
     * @param stopped why the comparison of sources that had begun was given up, with nothing kept: memory does not hold what does not
     *     agree, or a file was changed meanwhile
     * @param before names of sources that were compared already
     * @param refused one text per problem, with file and line
     */
    record Compared(
            LocalDate date,
            List<SourceResult> sources,
            List<String> waiting,
            List<String> blocked,
            List<String> stopped,
            List<String> before,
            List<String> notices,
            List<String> refused,
            Path folder) {
        /** The same, with its files in a folder. */
        public Compared in(Path written) {
            return new Compared(date, sources, waiting, blocked, stopped, before, notices, refused, written);
        }
    }

    /**
     * One source.
     *
     * @param outcomes how many of each outcome, new ones and those whose standing changed, in the order of {@link Outcome}
     * @param opened texts of the cases that were opened
     * @param closed how many earlier cases closed, since their counterpart came
     * @param funds whether its statement of funds agrees with its records; null when it sends none
     * @param fees what its files of brand fees say; null when it sends none
     */
    record SourceResult(
            String source,
            List<String> files,
            long records,
            List<MasterControl> controls,
            Map<Outcome, Long> outcomes,
            List<String> opened,
            int closed,
            FundsAgreement funds,
            BrandFees.Told fees) {}
}
