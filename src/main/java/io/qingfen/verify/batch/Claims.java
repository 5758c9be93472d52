package io.qingfen.verify.batch;

import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import java.util.ArrayList;
import java.util.List;

/** Rows that name lines of input files, in the order of file and line (their first two cells). */
final class Claims {
    private final String table;
    private final Rows rows;
    private final Proof proof;
    private Row next;

    Claims(String table, Rows rows, Proof proof) {
        this.table = table;
        this.rows = rows;
        this.proof = proof;
        this.next = rows.next();
    }

    /** Those that name this line; what names an earlier line that nobody asked for is red. */
    List<Row> of(int file, long line) {
        skip(file, line);
        List<Row> found = new ArrayList<>(1);
        while (next != null && next.number(0) == file && next.number(1) == line) {
            found.add(next);
            next = rows.next();
        }
        return found;
    }

    /** Everything before this place names no line of a file that has such records. */
    void skip(int file, long line) {
        while (next != null && (next.number(0) < file || next.number(0) == file && next.number(1) < line)) {
            proof.red(table + " [" + next.cell(2) + "]: names line " + next.cell(1) + " of input file " + next.cell(0)
                    + ", where no such record stands");
            next = rows.next();
        }
    }

    void end() {
        skip(Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    String table() {
        return table;
    }
}
