package io.qingfen.schedule;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much a closed date had to do.
 *
 * @param lines of its input files
 * @param took from its opening to its close, waiting for a person included
 */
public record NightSize(LocalDate businessDate, long lines, Duration took) {
    /** Fewer dates say nothing of what is usual. */
    private static final int LEAST = 3;
    /** Below this nobody cares whether a night took twice or half as long. */
    private static final Duration SHORT = Duration.ofMinutes(10);

    /** The same weekday of the last four weeks: what this date is compared with. */
    public static List<LocalDate> compared(LocalDate businessDate) {
        List<LocalDate> dates = new ArrayList<>();
        for (int week = 4; week > 0; week--) {
            dates.add(businessDate.minusWeeks(week));
        }
        return dates;
    }

    /**
     * What is unusual: less than half or more than double of the median in lines, or in time.
     *
     * @param others the dates of {@link #compared} that the books have
     * @return for people; empty when nothing is, or too few dates are known
     */
    public Optional<String> unlike(List<NightSize> others) {
        if (others.size() < LEAST) {
            return Optional.empty();
        }
        long usual = median(others.stream().map(NightSize::lines).toList());
        long usualSeconds =
                median(others.stream().map(one -> one.took().toSeconds()).toList());
        List<String> differences = new ArrayList<>();
        if (lines * 2 < usual || lines > usual * 2) {
            differences.add(lines + " lines of input, usual are " + usual);
        }
        if (isUnusual(usualSeconds)) {
            differences.add("took " + minutes(took) + ", usual are " + minutes(Duration.ofSeconds(usualSeconds)));
        }
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", differences));
    }

    private boolean isUnusual(long usualSeconds) {
        boolean slow = took.compareTo(SHORT) > 0 && took.toSeconds() > usualSeconds * 2;
        boolean fast = usualSeconds > SHORT.toSeconds() && took.toSeconds() * 2 < usualSeconds;
        return slow || fast;
    }

    /** The lower one of two in the middle. */
    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get((values.size() - 1) / 2);
    }

    private static String minutes(Duration time) {
        return time.toMinutes() + " min";
    }
}
