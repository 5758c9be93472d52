package io.qingfen.verify;

import java.util.Objects;

/** Holds two sides that are ordered by the same key against each other, row by row, in constant memory. */
public final class Merge {
    private final Columns columns;
    private final Side left;
    private final Side right;
    private final Proof proof;

    private Merge(Columns columns, Side left, Side right, Proof proof) {
        this.columns = columns;
        this.left = left;
        this.right = right;
        this.proof = proof;
    }

    /** @param name how differences call it: {@code positions.csv} or {@code table position} */
    public record Side(String name, Rows rows) {}

    /** Every row must have its like on the other side, equal in every column. */
    public static void compare(Columns columns, Side left, Side right, Proof proof) {
        new Merge(columns, left, right, proof).run();
    }

    private void run() {
        Row one = left.rows().next();
        Row other = right.rows().next();
        while (one != null || other != null) {
            proof.looked();
            int order = one == null ? 1 : other == null ? -1 : columns.compare(one, other);
            if (order == 0) {
                cells(one, other);
            } else {
                alone(order < 0 ? one : other, order < 0 ? left : right, order < 0 ? right : left);
            }
            Row before = order <= 0 ? one : other;
            one = order <= 0 ? advanced(left, before) : one;
            other = order >= 0 ? advanced(right, order == 0 ? other : before) : other;
        }
    }

    private Row advanced(Side side, Row before) {
        Row next = side.rows().next();
        if (next != null && columns.compare(before, next) > 0) {
            proof.red(next.place() + " [" + columns.key(next) + "]: " + side.name() + " has it out of order, after ["
                    + columns.key(before) + "]");
        }
        return next;
    }

    private void alone(Row row, Side has, Side lacks) {
        proof.red(row.place() + " [" + columns.key(row) + "]: " + has.name() + " has it, " + lacks.name() + " has not");
    }

    private void cells(Row one, Row other) {
        for (int i = 0; i < columns.size(); i++) {
            String a = one.cell(i);
            String b = other.cell(i);
            if (!columns.isKey(i) && !Objects.equals(a, b) && !Columns.ANY.equals(a) && !Columns.ANY.equals(b)) {
                proof.red(one.place() + " [" + columns.key(one) + "] " + columns.name(i) + ": " + left.name() + " says "
                        + Proof.shown(a) + ", " + right.name() + " says " + Proof.shown(b));
            }
        }
    }
}
