package io.qingfen.verify;

/**
 * One row of a table, a query or a file: cells as text, numbers plain, amounts in minor units; null where there is none.
 *
 * @param place where it stands: {@code positions.csv:17}, or the name of the table
 */
public record Row(String place, String[] cells) {
    public String cell(int index) {
        return cells[index];
    }

    /** @throws NumberFormatException when the cell is no number */
    public long number(int index) {
        return cells[index] == null ? 0 : Long.parseLong(cells[index]);
    }

    public boolean has(int index) {
        return cells[index] != null;
    }
}
