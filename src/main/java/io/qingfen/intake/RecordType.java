package io.qingfen.intake;

/** First field of a line. */
final class RecordType {
    static final char UNKNOWN = 0;

    private RecordType() {}

    /** The letter of a one-letter first field, plain or in quotes; {@link #UNKNOWN} for anything else. */
    static char of(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > 0 && bytes[from] >= 'A' && bytes[from] <= 'Z' && endsField(bytes, from + 1, to)) {
            return (char) bytes[from];
        }
        boolean quoted = length > 2 && bytes[from] == '"' && bytes[from + 2] == '"' && endsField(bytes, from + 3, to);
        return quoted && bytes[from + 1] >= 'A' && bytes[from + 1] <= 'Z' ? (char) bytes[from + 1] : UNKNOWN;
    }

    private static boolean endsField(byte[] bytes, int at, int to) {
        return at == to || bytes[at] == ',';
    }
}
