package io.qingfen.intake;

/**
 * One record that is not used; the rest of its file is.
 *
 * @param recordType first field as written, at most ten characters
 * @param field name of the leftmost bad column for BAD_VALUE, else empty
 * @param detail one line for people, without control characters and card numbers, at most 200 characters
 */
public record Reject(Source source, String recordType, RejectReason reason, String field, String detail) {}
