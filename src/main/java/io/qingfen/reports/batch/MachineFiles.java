package io.qingfen.reports.batch;

import io.qingfen.reports.Dictionary;
import io.qingfen.reports.Report;
import io.qingfen.reports.ReportCell;
import io.qingfen.reports.ReportCell.Count;
import io.qingfen.reports.ReportCell.Money;
import io.qingfen.reports.ReportSection;
import io.qingfen.reports.ReportSection.Column;
import io.qingfen.run.CsvRows;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reports for machines: every table with all its rows, codes instead of words. An amount that names its currency has it in a
 * column of its own.
 */
final class MachineFiles {
    private MachineFiles() {}

    /** A column of a file: one of the table, or the currency of the one before it. */
    private record Field(String name, int column, boolean currency) {
        ReportCell of(List<ReportCell> row) {
            ReportCell cell = row.get(column);
            return !currency ? cell : cell instanceof Money money ? new ReportCell.Text(money.currency()) : NONE;
        }
    }

    private static final ReportCell NONE = ReportCell.NOTHING;

    private static List<Field> fields(ReportSection section) {
        List<Field> fields = new ArrayList<>();
        for (int at = 0; at < section.columns().size(); at++) {
            Column column = section.columns().get(at);
            int index = at;
            fields.add(new Field(column.key(), at, false));
            if (section.rows().stream().anyMatch(row -> row.get(index) instanceof Money money && money.named())) {
                fields.add(new Field(column.key() + "_currency", at, true));
            }
        }
        return fields;
    }

    /**
     * The rows without their total, which is no row.
     *
     * @param columns chosen ones in the order of the choice; none: all
     */
    static byte[] csv(ReportSection section, List<String> columns) throws IOException {
        List<Field> all = fields(section);
        List<Field> chosen = new ArrayList<>();
        for (String column : columns) {
            chosen.add(all.stream()
                    .filter(field -> field.name().equals(column))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(
                            Exit.USAGE_OR_REFERENCE,
                            "There is no column " + column + " in " + section.key() + ". Its columns: "
                                    + all.stream().map(Field::name).collect(Collectors.joining(", ")))));
        }
        return written(section, chosen.isEmpty() ? all : chosen);
    }

    private static byte[] written(ReportSection section, List<Field> fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String[] header = fields.stream().map(Field::name).toArray(String[]::new);
        try (CsvRows cells = new CsvRows(bytes, header)) {
            for (List<ReportCell> row : section.rows()) {
                fields.forEach(field -> write(field.of(row), cells));
                cells.end();
            }
        }
        return bytes.toByteArray();
    }

    private static void write(ReportCell cell, CsvRows cells) {
        if (cell instanceof ReportCell.Text text) {
            cells.text(text.text());
        } else if (cell instanceof ReportCell.Code || cell instanceof ReportCell.Day) {
            cells.code(cell.plain());
        } else if (cell.equals(NONE)) {
            cells.empty();
        } else {
            cells.number(cell.plain());
        }
    }

    /** A CSV for each table. */
    static byte[] zip(Report report) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (ReportSection section : report.sections()) {
            files.put(section.key() + ".csv", csv(section, List.of()));
        }
        return FixedZip.of(files);
    }

    /** Amounts and ratios as decimal text, counts as numbers, null where there is nothing. */
    static byte[] json(Report report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("report", report.name().key());
        tree.put("business_date", report.businessDate().toString());
        tree.put("acquirer", report.acquirer());
        List<Map<String, Object>> tables = new ArrayList<>();
        for (ReportSection section : report.sections()) {
            List<Field> fields = fields(section);
            Map<String, Object> table = new LinkedHashMap<>();
            table.put("table", section.key());
            table.put(
                    "version",
                    ShippedDictionary.ENGLISH
                            .layout(report.name(), section.key())
                            .map(Dictionary.Layout::version)
                            .orElse(null));
            table.put("columns", fields.stream().map(Field::name).toList());
            table.put(
                    "rows",
                    section.rows().stream().map(row -> object(fields, row)).toList());
            table.put(
                    "total",
                    section.total("TOTAL").map(row -> object(fields, row)).orElse(null));
            tables.add(table);
        }
        tree.put("tables", tables);
        return JsonText.bytes(tree);
    }

    private static Map<String, Object> object(List<Field> fields, List<ReportCell> row) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Field field : fields) {
            ReportCell cell = field.of(row);
            Object value = cell instanceof Count count ? Long.valueOf(count.count()) : cell.plain();
            object.put(field.name(), cell.equals(NONE) ? null : value);
        }
        return object;
    }
}
