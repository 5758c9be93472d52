package io.qingfen.reports;

import io.qingfen.reports.ReportCell.Count;
import io.qingfen.reports.ReportCell.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A part of a report: the same columns, rows and order on the page, in the workbook, in the PDF and in files for machines.
 *
 * @param key its name for machines, of no other part of the report
 * @param lead a sentence above the rows, or instead of them; empty without
 * @param columns one for each cell of a row
 * @param summed whether its numbers have a meaning together
 */
public record ReportSection(
        String key,
        Look look,
        String title,
        Lead lead,
        List<Column> columns,
        List<List<ReportCell>> rows,
        boolean summed) {

    /** How rows are drawn where something can be drawn; of charts each row is a label and a number. */
    public enum Look {
        TILES,
        TABLE,
        CONTROLS,
        DONUT,
        BARS,
        UPRIGHT,
        WATERFALL;

        public boolean isChart() {
            return this == DONUT || this == BARS || this == UPRIGHT || this == WATERFALL;
        }
    }

    /** What a sentence means, beside its words. */
    public enum Tone {
        PLAIN,
        GOOD,
        BAD
    }

    public record Lead(String text, Tone tone) {
        public static final Lead NONE = new Lead("", Tone.PLAIN);
    }

    /**
     * @param key its name for machines
     * @param title for people
     */
    public record Column(String key, String title, boolean number) {
        /** @param keys of words; those of numbers begin with {@code #} */
        public static List<Column> of(Words words, String... keys) {
            List<Column> columns = new ArrayList<>();
            for (String name : keys) {
                boolean number = name.startsWith("#");
                String key = number ? name.substring(1) : name;
                columns.add(new Column(key, words.of(key), number));
            }
            return columns;
        }
    }

    /** Rows of one table that are shown to people at most; machines get all. */
    public static final int MOST = 2_000;

    public ReportSection {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** What is shown to people: the first rows of a long table, all of any other. */
    public List<List<ReportCell>> seen() {
        return rows.size() > MOST ? rows.subList(0, MOST) : rows;
    }

    /** {@code … 98,000 more rows in the CSV}, where not all rows are shown. */
    public Optional<String> unseen(Words words) {
        int more = rows.size() - seen().size();
        return more == 0 ? Optional.empty() : Optional.of("… " + Shown.count(more) + " " + words.of("more_rows"));
    }

    /**
     * The sum of each column of counts or of money of one currency, empty text for others; the first cell is the word.
     *
     * @param word for the total
     */
    public Optional<List<ReportCell>> total(String word) {
        if (!summed || rows.isEmpty()) {
            return Optional.empty();
        }
        List<ReportCell> total = new ArrayList<>(List.of(new ReportCell.Text(word)));
        for (int column = 1; column < columns.size(); column++) {
            total.add(sum(column));
        }
        return Optional.of(total);
    }

    private ReportCell sum(int column) {
        List<ReportCell> cells = rows.stream()
                .map(row -> row.get(column))
                .filter(cell -> !cell.equals(ReportCell.NOTHING))
                .toList();
        if (cells.isEmpty()) {
            return new ReportCell.Text("");
        }
        if (cells.stream().allMatch(Count.class::isInstance)) {
            return new Count(
                    cells.stream().mapToLong(cell -> ((Count) cell).count()).reduce(0, Math::addExact));
        }
        boolean money = cells.stream().allMatch(Money.class::isInstance);
        if (money
                && cells.stream()
                                .map(cell -> ((Money) cell).currency())
                                .collect(Collectors.toSet())
                                .size()
                        == 1) {
            long sum = cells.stream().mapToLong(cell -> ((Money) cell).minor()).reduce(0, Math::addExact);
            return new Money(sum, ((Money) cells.get(0)).currency(), ((Money) cells.get(0)).named());
        }
        return new ReportCell.Text("");
    }
}
