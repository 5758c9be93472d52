package io.qingfen.intake;

/**
 * How many records of one kind and outcome a segment holds of one file, and their amount.
 *
 * @param currency three letters, or {@link #UNKNOWN_CURRENCY}
 * @param digits decimals of the amount
 * @param amountMinor sum of the readable amounts; 0 for batches
 * @param unreadable records whose amount cannot be read
 */
public record Tally(
        int file,
        RecordKind kind,
        Outcome outcome,
        String currency,
        int digits,
        long count,
        long amountMinor,
        long unreadable) {
    /** Stands where a record's currency is unreadable or none of ISO 4217. */
    public static final String UNKNOWN_CURRENCY = "XXX";

    /** What a line is. */
    public enum RecordKind {
        BATCHES,
        CAPTURES,
        AUTHORIZATIONS,
        /** Lines of no known record type; the trailer does not count them. */
        UNKNOWN,
        /** Header, trailer and empty lines. */
        OTHER
    }

    /** What became of it. */
    public enum Outcome {
        ACCEPTED,
        REJECTED,
        IGNORED
    }
}
