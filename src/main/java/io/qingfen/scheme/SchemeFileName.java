package io.qingfen.scheme;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a scheme's file taken apart, {@code scheme-SOURCE_yyyyMMdd_NN.EXT}. Source, date and sequence are its
 * identity.
 *
 * @param date the scheme's own day: the clearing date, or the date of the bill
 * @param text the whole name
 */
public record SchemeFileName(String source, LocalDate date, int sequence, String text) {
    private static final Pattern SHAPE =
            Pattern.compile("scheme-([a-z0-9][a-z0-9-]{0,29})_([0-9]{8})_([0-9]{2,5})\\.(txt|csv|dat|zip)");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /** Empty when the name has another shape or its date is none. */
    public static Optional<SchemeFileName> of(String name) {
        Matcher shape = SHAPE.matcher(name);
        if (!shape.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(shape.group(2), DATE);
            return Optional.of(new SchemeFileName(shape.group(1), date, Integer.parseInt(shape.group(3)), name));
        } catch (DateTimeParseException notDate) {
            return Optional.empty();
        }
    }
}
