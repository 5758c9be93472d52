package io.qingfen.settlement;

import java.util.Optional;

/** What clearing sums up, and the two accounts each moves: a positive amount debits the first, credits the other. */
public enum DayLine {
    /** + = owed to the merchant, like the next four. */
    SALES(Line.SALES, "cleared sales"),
    VOIDS(Line.VOIDS, "cleared voids"),
    REFUNDS(Line.REFUNDS, "cleared refunds"),
    MERCHANT_FEES(Line.MERCHANT_FEES, "merchant fees"),
    /** Negative = taken out of the position while a credit waits. */
    CREDITS_WITHHELD(Line.CREDITS_WITHHELD, "credits withheld"),
    /** + = owed to the scheme. */
    SCHEME_COST(null, "scheme cost"),
    /** + = more approved money waits. */
    SUSPENSE(null, "suspense");

    private final Line line;
    private final String description;

    DayLine(Line line, String description) {
        this.line = line;
        this.description = description;
    }

    /** The line of the position that this belongs to; empty when it does not concern the merchant. */
    public Optional<Line> positionLine() {
        return Optional.ofNullable(line);
    }

    /** Whether it is part of what was cleared: sales, voids and refunds. */
    boolean isVolume() {
        return this == SALES || this == VOIDS || this == REFUNDS;
    }

    String description() {
        return description;
    }
}
