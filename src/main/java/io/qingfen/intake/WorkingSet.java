package io.qingfen.intake;

import io.qingfen.run.RunContext;

/**
 * Today's accepted records, parsed once and kept on disk in ranges of terminals (contiguous in merchant id, terminal
 * id), until the date is closed.
 */
public interface WorkingSet {
    /** How many ranges the date was divided into; known once records are routed. */
    int ranges(RunContext run);

    /** First terminal of the range and first terminal behind it, as {@code Terminal.no()}. Together: every terminal. */
    TerminalRange range(RunContext run, int range);

    /**
     * Hands over the records of a range terminal by terminal, in terminal order; terminals without records are skipped.
     * Only one terminal's records are on the heap at a time, and not those of a large one.
     */
    void read(RunContext run, int range, TerminalConsumer consumer);

    /** @param end exclusive */
    record TerminalRange(int number, int begin, int end) {}
}
