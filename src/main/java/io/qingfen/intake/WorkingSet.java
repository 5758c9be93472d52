package io.qingfen.intake;

import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Today's accepted records, parsed once and kept on disk in ranges of terminals (contiguous in merchant id, terminal
 * id), until the date is closed.
 */
public interface WorkingSet {
    /** How many ranges the date was divided into; known once records are routed. */
    int ranges(LocalDate businessDate);

    /** First terminal of the range and first terminal behind it, as {@code Terminal.no()}. Together: every terminal. */
    TerminalRange range(LocalDate businessDate, int range);

    /**
     * Hands over the records of a range terminal by terminal, in terminal order; terminals without records are skipped.
     * Only one terminal's records are on the heap at a time.
     */
    void read(LocalDate businessDate, int range, Consumer<TerminalRecords> consumer);

    /** @param end exclusive */
    record TerminalRange(int number, int begin, int end) {}
}
