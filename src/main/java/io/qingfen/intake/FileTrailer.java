package io.qingfen.intake;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What the sender states in the line {@code T}.
 *
 * @param line 1-based
 * @param batches 0 in an authorization file, which states none
 * @param records details or authorizations
 * @param amount plain decimal, sum of all records regardless of type
 */
public record FileTrailer(int line, long batches, long records, String amount) {
    private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,18})(\\.[0-9]{1,4})?");

    /** Null when the line has another shape. */
    static FileTrailer read(Fields fields, int count, FileKind kind, int line) {
        int expected = kind == FileKind.TERMINAL_BATCHES ? 4 : 3;
        if (count != expected) {
            return null;
        }
        long batches = kind == FileKind.TERMINAL_BATCHES ? fields.count(1) : 0;
        long records = fields.count(count - 2);
        String amount = new String(
                fields.bytes(),
                fields.begin(count - 1),
                fields.end(count - 1) - fields.begin(count - 1),
                StandardCharsets.UTF_8);
        boolean readable =
                batches >= 0 && records >= 0 && AMOUNT.matcher(amount).matches();
        return readable ? new FileTrailer(line, batches, records, amount) : null;
    }

    static String shape(FileKind kind) {
        return kind == FileKind.TERMINAL_BATCHES ? "T,BATCH_COUNT,DETAIL_COUNT,TOTAL_AMOUNT" : "T,COUNT,TOTAL_AMOUNT";
    }
}
