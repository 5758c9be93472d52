package io.qingfen.reports;

import io.qingfen.reports.ReportCell.Count;
import io.qingfen.reports.ReportCell.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A part of the settlement report: the same title, columns, rows and order on the page, in the workbook and in the PDF.
 *
 * @param key its name for the program; of controls also what is drawn beside them
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
        UPRIGHT;

        public boolean isChart() {
            return this == DONUT || this == BARS || this == UPRIGHT;
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

    public record Column(String title, boolean number) {}

    public ReportSection {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
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
        List<ReportCell> cells = rows.stream().map(row -> row.get(column)).toList();
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
