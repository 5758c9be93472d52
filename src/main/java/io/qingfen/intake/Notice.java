package io.qingfen.intake;

/**
 * Something about an input file that people should know and that stops nothing.
 *
 * @param fileName without control characters
 */
public record Notice(String fileName, Kind kind, String detail) {

    /** What it is about. */
    public enum Kind {
        /** The same bytes were used before; kept with the archive. */
        DUPLICATE_FILE,
        /** Left in the inbox: its name is not one of an input file. */
        UNEXPECTED_NAME,
        /** Left in the inbox for a later business date. */
        FUTURE_DATE,
        /** In quarantine; the night goes on without it. */
        REFUSED_FILE,
        /** The trailer's amount could not be held against every record. */
        UNREADABLE_AMOUNTS
    }
}
