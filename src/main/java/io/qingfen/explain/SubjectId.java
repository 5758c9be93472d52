package io.qingfen.explain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shapes of ids that can be explained. */
final class SubjectId {
    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern PAYOUT = Pattern.compile("P([0-9]{8})-([0-9A-Za-z]{1,15})(?:-([A-Z]{3}))?");
    private static final Pattern RECORD = Pattern.compile("([CA])([0-9]{8})-([0-9]{2,5})-([1-9][0-9]{0,8})");
    private static final Pattern CASE = Pattern.compile("K[0-9a-f]{20}");
    private static final Pattern ENTRY = Pattern.compile("E[0-9]{8}-[0-9a-f]{16}");
    private static final Pattern MERCHANT = Pattern.compile("[0-9A-Za-z]{1,15}");

    /** What each kind of id looks like, for a refusal. */
    static final String SHAPES = "ids look like P20260302-898310000000001 (payout or position), C20260302-01-17 or"
            + " A20260302-01-17 (transaction: kind, file date, file number, line), K0123456789abcdef0123 (case),"
            + " E20260302-0123456789abcdef (entry); a merchant's position: its id and --date";

    private SubjectId() {}

    /** @param currency null for the merchant's home currency */
    record Position(LocalDate date, String merchantId, String currency) {}

    /** @param capture whether the line stands in a file of terminal batches, else in one of authorizations */
    record Line(boolean capture, LocalDate fileDate, int sequence, int line) {}

    static Optional<Position> position(String id) {
        Matcher shape = PAYOUT.matcher(id);
        return shape.matches()
                ? date(shape.group(1)).map(date -> new Position(date, shape.group(2), shape.group(3)))
                : Optional.empty();
    }

    static Optional<Line> line(String id) {
        Matcher shape = RECORD.matcher(id);
        return shape.matches()
                ? date(shape.group(2))
                        .map(date -> new Line(
                                shape.group(1).equals("C"),
                                date,
                                Integer.parseInt(shape.group(3)),
                                Integer.parseInt(shape.group(4))))
                : Optional.empty();
    }

    static boolean isCase(String id) {
        return CASE.matcher(id).matches();
    }

    static boolean isEntry(String id) {
        return ENTRY.matcher(id).matches();
    }

    static boolean isMerchant(String id) {
        return MERCHANT.matcher(id).matches();
    }

    private static Optional<LocalDate> date(String compact) {
        try {
            return Optional.of(LocalDate.parse(compact, COMPACT));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }
}
