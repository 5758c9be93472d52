package io.qingfen.console;

import io.qingfen.console.NightCalendar.Punctuality;
import io.qingfen.console.NightCalendar.Row;
import io.qingfen.overview.NightAccount.Paid;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The nights of the calendar as a map of weeks: the more was paid out, the stronger; stopped, late and absent ones are seen.
 * The table of the calendar has the numbers.
 *
 * @param currency of what is compared; empty when nothing was paid
 */
record NightMap(List<Cell> cells, List<Week> weeks, String currency) {
    private static final int LEVELS = 4;
    private static final int MOST = 120;

    /**
     * @param column week, from 0
     * @param line day of the week, Monday is 0
     * @param look how it is drawn: level0 to level4, stopped, running, absent, due
     * @param minor paid out in the currency of the map
     */
    record Cell(LocalDate date, long column, int line, String look, boolean late, long minor) {}

    /** @param monday with which it begins */
    record Week(long column, LocalDate monday) {}

    static NightMap of(List<Row> rows) {
        Map<String, Long> most = new TreeMap<>();
        rows.stream()
                .filter(row -> !row.absent())
                .flatMap(row -> row.headline().payouts().stream())
                .forEach(paid -> most.merge(paid.currency(), 1L, Long::sum));
        String currency = most.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
        long largest = rows.stream().mapToLong(row -> paid(row, currency)).max().orElse(0);
        LocalDate first =
                rows.stream().map(Row::date).min(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
        LocalDate monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<Cell> cells = new ArrayList<>();
        Map<Long, Week> weeks = new TreeMap<>();
        for (Row row : rows) {
            for (LocalDate date = row.date(); !date.isAfter(row.to()) && cells.size() < MOST; date = date.plusDays(1)) {
                long column = ChronoUnit.DAYS.between(monday, date) / DayOfWeek.values().length;
                weeks.put(column, new Week(column, monday.plusWeeks(column)));
                cells.add(new Cell(
                        date,
                        column,
                        date.getDayOfWeek().ordinal(),
                        look(row, paid(row, currency), largest),
                        row.punctuality() == Punctuality.LATE,
                        paid(row, currency)));
            }
        }
        return new NightMap(cells, List.copyOf(weeks.values()), currency);
    }

    private static long paid(Row row, String currency) {
        return row.absent()
                ? 0
                : row.headline().payouts().stream()
                        .filter(paid -> paid.currency().equals(currency))
                        .mapToLong(Paid::amountMinor)
                        .reduce(0, Math::addExact);
    }

    private static String look(Row row, long minor, long largest) {
        if (row.absent()) {
            return row.punctuality() == Punctuality.LATE || row.deadline() == null ? "absent" : "due";
        }
        if (!row.headline().day().isComplete()) {
            return row.headline().day().state().equals("FAILED") ? "stopped" : "running";
        }
        return "level" + (minor <= 0 ? 0 : Math.min(LEVELS - 1, minor / (largest / LEVELS + 1)) + 1);
    }
}
