package io.qingfen.verify.batch;

import io.qingfen.verify.Merge;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import io.qingfen.verify.jdbc.Books;
import io.qingfen.verify.jdbc.OutputTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every CSV file of the outbox against its table, row by row. */
final class OutputProof {
    private final Books books;
    private final Path outbox;
    private final LocalDate date;

    OutputProof(Books books, Path outbox, LocalDate date) {
        this.books = books;
        this.outbox = outbox;
        this.date = date;
    }

    void prove(OutputTable table, Proof proof) throws IOException {
        OutputCells cells = new OutputCells(table, date);
        Rows stored = books.rows("table " + table.table(), table.sql()).as(cells::of);
        List<CsvReader> readers = new ArrayList<>();
        try {
            for (Path file : files(table.file())) {
                readers.add(CsvReader.open(file));
            }
            if (readers.isEmpty()) {
                proof.red(table.file() + ": is missing in " + outbox);
            }
            Rows written = new Parts(table, readers, proof);
            Merge.compare(
                    table.columns(),
                    new Merge.Side(table.file(), written),
                    new Merge.Side("table " + table.table(), stored),
                    proof);
        } finally {
            for (CsvReader reader : readers) {
                reader.close();
            }
        }
    }

    /** The file, or the numbered parts that it was divided into. */
    private List<Path> files(String name) throws IOException {
        if (Files.isRegularFile(outbox.resolve(name))) {
            return List.of(outbox.resolve(name));
        }
        if (!Files.isDirectory(outbox)) {
            return List.of();
        }
        String parts = name.replace(".csv", "-[0-9]{4,}\\.csv\\.gz");
        try (Stream<Path> all = Files.list(outbox)) {
            return all.filter(path -> path.getFileName().toString().matches(parts))
                    .sorted()
                    .toList();
        }
    }

    /** The rows of all parts behind their headers. */
    private static final class Parts implements Rows {
        private final OutputTable table;
        private final List<CsvReader> readers;
        private final Proof proof;
        private final boolean numbered;
        private final int columns;
        private int part = -1;
        private long rows;

        Parts(OutputTable table, List<CsvReader> readers, Proof proof) {
            this.table = table;
            this.readers = readers;
            this.proof = proof;
            this.numbered = table.kinds().startsWith("o");
            this.columns = table.columns().size() - (numbered ? 1 : 0);
        }

        @Override
        public Row next() {
            Row row = part < 0 ? null : readers.get(part).next();
            while (row == null && part + 1 < readers.size()) {
                part++;
                header(readers.get(part).next());
                row = readers.get(part).next();
            }
            return row == null ? null : whole(row);
        }

        private void header(Row row) {
            String wanted = table.columns().header();
            String expected = numbered ? wanted.substring(wanted.indexOf(',') + 1) : wanted;
            String found = row == null ? "" : String.join(",", row.cells());
            proof.same(table.file() + ":1", "header", found, expected);
        }

        private Row whole(Row row) {
            if (row.cells().length != columns) {
                proof.red(row.place() + ": has " + row.cells().length + " cells, should have " + columns);
            }
            String[] cells = new String[table.columns().size()];
            int from = numbered ? 1 : 0;
            for (int i = 0; i < cells.length; i++) {
                cells[i] = i < from ? Long.toString(++rows) : i - from < row.cells().length ? row.cell(i - from) : "";
            }
            return new Row(row.place(), cells);
        }
    }
}
