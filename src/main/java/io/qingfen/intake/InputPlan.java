package io.qingfen.intake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which files a business date uses and how they are divided among segments. Changes until records are routed. */
public interface InputPlan {
    /** The files of the date by number. */
    List<InputFile> files(LocalDate businessDate);

    /** Bytes of all files of the date. */
    long bytes(LocalDate businessDate);

    /** The file of this kind, date and sequence that another business date used. */
    Optional<InputFile> usedBefore(LocalDate businessDate, InputName identity);

    /**
     * Plans the date anew: forgets its files and all that was routed of them, and numbers these files behind those of
     * all other dates.
     *
     * @param plan number of the plan, higher than that of any earlier plan of the date
     * @param files in file-name byte order
     */
    void replace(LocalDate businessDate, long plan, List<CollectedFile> files);

    /** Number of the date's plan, 0 when it has no chunks. */
    long plan(LocalDate businessDate);

    /** Numbers of the segments, rising. */
    List<Integer> segments(LocalDate businessDate);

    /** What a segment reads, in order of the files. */
    List<PlannedChunk> chunks(LocalDate businessDate, int segment);

    /** Takes a file and all that was routed of it out of the date. */
    void drop(LocalDate businessDate, int file);

    /** Marks the date's files as routed: number and name stay for ever. */
    void routed(LocalDate businessDate);

    /** Replaces the notices of these kinds. */
    void notices(LocalDate businessDate, Collection<Notice.Kind> kinds, Collection<Notice> notices);
}
