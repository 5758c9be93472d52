package io.qingfen.retention;

import io.qingfen.run.Actor;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Lets old business dates leave the books: each is exported, the export is proved, and only then its rows go. */
public interface Retention {
    /** What {@link #retire} would do now. */
    List<Due> due();

    /**
     * Lets everything leave that is due, a date at a time, the oldest first. Done again after a crash it does the rest.
     *
     * @throws io.qingfen.run.Refusal LEASE_HELD while a night runs; CONTROL_OPEN, with nothing removed of that date, when
     *     an export does not agree with the books
     */
    List<Retired> retire(Actor who);

    /** What has left, by kind and date. */
    List<Retired> retired();

    /** Where the rows of the date stand, and its files once its books have left. */
    Path folder(Kind kind, LocalDate businessDate);

    /**
     * Dates of a kind that are old enough.
     *
     * @param first null when no date is due
     * @param blocked why the dates after the last one stay although they are old enough
     */
    record Due(Kind kind, int keptDays, LocalDate first, LocalDate last, Optional<String> blocked) {}

    /** @param sha256 of the list of files, {@code SHA256SUMS} */
    record Retired(Kind kind, LocalDate businessDate, long rows, String sha256, String by, OffsetDateTime at) {}
}
