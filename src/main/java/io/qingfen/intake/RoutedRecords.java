package io.qingfen.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** What routing leaves in the database: rejects, counts, ranges. All take part in the caller's transaction. */
public interface RoutedRecords {
    /** Takes rejects as they are found; they are stored when it is closed. */
    RejectRows rejects(LocalDate businessDate);

    void tallies(LocalDate businessDate, int segment, List<Tally> tallies);

    /** All counts of the date, file by file in order of their numbers. */
    void eachTally(LocalDate businessDate, Consumer<Tally> consumer);

    /** Writes the night totals of intake from the counts. */
    void nightTotals(LocalDate businessDate);

    void ranges(LocalDate businessDate, List<WorkingSet.TerminalRange> ranges);

    List<WorkingSet.TerminalRange> ranges(LocalDate businessDate);

    /** Rejects on their way into the database. */
    interface RejectRows extends AutoCloseable {
        void add(Reject reject);

        @Override
        void close();
    }
}
