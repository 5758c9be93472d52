package io.qingfen.scheme;

/** What our books know of a record that has no item of ours. */
public enum Known {
    NOTHING,
    /** Declined, without answer, reversed or held here: we paid nothing and expected nothing. */
    FAILED,
    /** An earlier record of the scheme was already joined with the item. */
    JOINED_BEFORE
}
