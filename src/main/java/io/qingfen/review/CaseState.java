package io.qingfen.review;

/** States of a case; CLOSED ones carry a resolution. */
public enum CaseState {
    OPEN,
    PROPOSED,
    APPROVED,
    APPLIED,
    SELF_CLEARED
}
