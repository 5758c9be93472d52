package io.qingfen.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an input file taken apart, {@code KIND_yyyyMMdd_NN.csv}. Kind, date and sequence are the file's identity:
 * {@code _01} and {@code _001} name the same file.
 *
 * @param text the whole name
 */
public record InputName(FileKind kind, LocalDate date, int sequence, String text) {
    private static final Pattern SHAPE =
            Pattern.compile("(terminal-batches|authorizations)_([0-9]{8})_([0-9]{2,5})\\.csv");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /** Empty when the name has another shape or its date is none. */
    public static Optional<InputName> of(String name) {
        Matcher shape = SHAPE.matcher(name);
        if (!shape.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(shape.group(2), DATE);
            FileKind kind = FileKind.ofPrefix(shape.group(1));
            return Optional.of(new InputName(kind, date, Integer.parseInt(shape.group(3)), name));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    public boolean sameIdentity(InputName other) {
        return kind == other.kind && date.equals(other.date) && sequence == other.sequence;
    }
}
