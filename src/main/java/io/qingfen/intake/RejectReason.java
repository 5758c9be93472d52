package io.qingfen.intake;

/** Why one record is not used, in order of precedence: a record has the first that applies. */
public enum RejectReason {
    UNKNOWN_RECORD_TYPE,
    FIELD_COUNT,
    PAN_IN_CLEAR,
    BAD_VALUE,
    BATCH_REJECTED,
    UNKNOWN_TERMINAL,
    UNKNOWN_MERCHANT,
    TERMINAL_OF_OTHER_MERCHANT,
    UNKNOWN_CURRENCY
}
