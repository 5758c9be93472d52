package io.qingfen.scheme;

import io.qingfen.review.CaseKind;

/** What came of holding a record of the scheme and an item of ours against each other. */
public enum Outcome {
    /** Both agree. */
    CONFIRMED,
    /** The same transaction with two amounts. */
    AMOUNT_DIFFERS,
    /** The amount agrees, the scheme's cost is not the one we reckoned. */
    COST_DIFFERS,
    /** One side has it in force, the other took it back. */
    STATUS_DIFFERS,
    /** Waits for the other side's next file or date. */
    CARRIED,
    /** We have it, the scheme does not, and the time to wait is over. */
    SHORT,
    /** The scheme pays for what failed here, or for the second time. */
    LONG,
    /** The scheme pays for something that we have nothing of. */
    UNKNOWN_TO_US,
    /** A reversal and its original in one file. */
    NETTED,
    /** Of a file from before the first that was compared. */
    EARLIER_FILE;

    /** The kind of case that a record with this outcome opens; null for none of its own. */
    CaseKind kindOfRecord() {
        return switch (this) {
            case AMOUNT_DIFFERS -> CaseKind.AMOUNT_DIFFERS;
            case STATUS_DIFFERS -> CaseKind.STATUS_DIFFERS;
            case LONG -> CaseKind.LONG;
            case UNKNOWN_TO_US -> CaseKind.UNKNOWN_TO_US;
            default -> null;
        };
    }
}
