package io.qingfen.schedule;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A kind of file that a job works on.
 *
 * @param name shape of the names: {@code KIND_yyyyMMdd_NN.csv}, alternatives of its ending with {@code or}
 * @param from who sends it, empty when the definition does not say
 * @param atLeast how many files a business date needs
 * @param latestArrival time of the day after the business date, in the zone of the job
 */
public record ExpectedFile(String kind, String name, String from, int atLeast, Optional<LocalTime> latestArrival) {
    private static final Pattern SHAPE = Pattern.compile("[a-z-]+_yyyyMMdd_NN\\.[a-z0-9]{1,8}( or \\.[a-z0-9]{1,8})*");

    static boolean isShape(String name) {
        return SHAPE.matcher(name).matches();
    }

    /** Names of the files of one business date. */
    public Pattern namesOf(LocalDate businessDate) {
        String date = DateTimeFormatter.BASIC_ISO_DATE.format(businessDate);
        String stem =
                name.substring(0, name.indexOf('.')).replace("yyyyMMdd", date).replace("NN", "[0-9]{2,5}");
        return Pattern.compile(stem + "\\.(" + String.join("|", endings()) + ")");
    }

    private List<String> endings() {
        return Arrays.stream(name.substring(name.indexOf('.') + 1).split(" or \\."))
                .collect(Collectors.toList());
    }
}
