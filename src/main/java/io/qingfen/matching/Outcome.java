package io.qingfen.matching;

import io.qingfen.reference.ResponseCode;

/** What an authorization's response code means for matching. A code that the table lacks is UNKNOWN. */
public enum Outcome {
    APPROVED,
    DECLINED,
    UNKNOWN;

    /** @param code null when the table lacks it */
    public static Outcome of(ResponseCode code) {
        if (code == null) {
            return UNKNOWN;
        }
        return switch (code.outcome()) {
            case APPROVED, APPROVED_DEFECT, APPROVED_OFFLINE -> APPROVED;
            case DECLINED, DUPLICATE -> DECLINED;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
