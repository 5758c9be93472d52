package io.qingfen.scheme;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a scheme's file taken apart, {@code scheme-SOURCE_yyyyMMdd_NN.EXT}, or {@code funds-…} for a statement of
 * funds, {@code disputes-…} for disputes, {@code fees-…} for brand fees.
 * Source, date and sequence are its identity.
 *
 * @param date the scheme's own day: the clearing date, or the date of the bill
 * @param sequence as written; of a statement of funds 100,000 more, of disputes 200,000, of brand fees 300,000
 * @param text the whole name
 */
public record SchemeFileName(String source, LocalDate date, int sequence, Kind kind, String text) {
    private static final Pattern SHAPE = Pattern.compile(
            "(scheme|funds|disputes|fees)-([a-z0-9][a-z0-9-]{0,29})_([0-9]{8})_([0-9]{2,5})\\.(txt|csv|dat|zip)");
    private static final int KIND_FROM = 100_000;

    /** What a file holds. */
    public enum Kind {
        RECORDS("scheme"),
        FUNDS("funds"),
        DISPUTES("disputes"),
        FEES("fees");

        private final String begin;

        Kind(String begin) {
            this.begin = begin;
        }

        static Kind of(String begin) {
            return Arrays.stream(values())
                    .filter(kind -> kind.begin.equals(begin))
                    .findFirst()
                    .orElseThrow();
        }

        /** How names of such files begin; but for records, the setting that names their format too. */
        public String begin() {
            return begin;
        }
    }

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /** Empty when the name has another shape or its date is none. */
    public static Optional<SchemeFileName> of(String name) {
        Matcher shape = SHAPE.matcher(name);
        if (!shape.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(shape.group(3), DATE);
            Kind kind = Kind.of(shape.group(1));
            int sequence = Integer.parseInt(shape.group(4)) + KIND_FROM * kind.ordinal();
            return Optional.of(new SchemeFileName(shape.group(2), date, sequence, kind, name));
        } catch (DateTimeParseException notDate) {
            return Optional.empty();
        }
    }
}
