package io.qingfen.reports;

import java.util.List;
import java.util.Optional;

/**
 * What every column of every file means, in one language. A layout only grows at its end inside a version.
 *
 * @param entries what a column means; one that names a file is for that file alone
 */
public record Dictionary(List<Layout> layouts, List<Entry> entries) {
    /** Of an amount that names its currency in a report on demand: the column behind it. */
    public static final String CURRENCY = "_currency";

    /**
     * The columns of a file or of a table of a report on demand, in their order.
     *
     * @param file as it stands in its folder; {@code report/table} of a report on demand
     * @param row what a row is
     */
    public record Layout(String file, int version, List<String> columns, String row) {}

    /**
     * @param file empty: wherever the column stands and has no entry of its own
     * @param unit {@code money} is decimal text with the digits of its currency
     * @param sign {@code +} never negative, {@code ±} either way; empty of what is no number
     */
    public record Entry(String column, String file, String unit, String sign, String meaning) {}

    public Dictionary {
        layouts = List.copyOf(layouts);
        entries = List.copyOf(entries);
    }

    public Optional<Layout> layout(String file) {
        return layouts.stream().filter(one -> one.file().equals(file)).findFirst();
    }

    /** A table of a report on demand; those of one currency each share a layout. */
    public Optional<Layout> layout(ReportName report, String table) {
        return layout(report.key() + "/" + table.replaceFirst("^(waterfall)_[a-z]{3}$", "$1_CCY"));
    }

    /** The entries of a file in the order of its columns. */
    public List<Entry> of(Layout layout) {
        return layout.columns().stream()
                .map(column -> entry(column, layout.file())
                        .or(() -> entry(column, ""))
                        .orElseThrow(() -> new IllegalStateException("dictionary.csv says nothing about " + column
                                + " of " + layout.file() + ": add a row")))
                .toList();
    }

    private Optional<Entry> entry(String column, String file) {
        return entries.stream()
                .filter(one -> one.column().equals(column) && one.file().equals(file))
                .findFirst();
    }
}
