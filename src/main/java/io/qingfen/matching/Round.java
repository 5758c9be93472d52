package io.qingfen.matching;

/** Which of the passes of matching a pairing does; a terminal of usual size does all at once. */
enum Round {
    ALL,
    /** Reversals, repeated authorizations and K1; captures all have an rrn. */
    REFERENCE,
    /** K2; captures without rrn. */
    TRACE,
    /** K3 and the end. */
    CARD;

    /** Reversals and repetitions are looked for once. */
    boolean isFirst() {
        return this == ALL || this == REFERENCE;
    }

    /** What finds no counterpart is judged; before, it is left for the next round. */
    boolean isLast() {
        return this == ALL || this == CARD;
    }
}
