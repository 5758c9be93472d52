package io.qingfen.intake;

import io.qingfen.intake.Tally.Outcome;
import io.qingfen.intake.Tally.RecordKind;
import io.qingfen.money.Currency;
import java.util.ArrayList;
import java.util.List;

/** Counts one file's records while they are routed. */
final class Tallies {
    private static final int CURRENCIES = 512;
    private static final int UNKNOWN = CURRENCIES - 5;
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final RecordKind[] KINDS = RecordKind.values();

    /** By kind and outcome, then currency; most files need only few of the inner arrays. */
    private final Cell[][] cells = new Cell[KINDS.length * OUTCOMES.length][];

    private static final class Cell {
        private String currency;
        private int digits;
        private long count;
        private long minor;
        private long unreadable;
    }

    /** @param amount null where the record has none */
    void add(RecordKind kind, Outcome outcome, Currency currency, RecordAmount amount) {
        int digits = amount == null || amount.minor < 0 ? -1 : amount.digits;
        Cell cell = cell(kind, outcome, currency, digits);
        cell.count++;
        if (digits >= 0) {
            cell.minor = Math.addExact(cell.minor, amount.minor);
        } else if (amount != null) {
            cell.unreadable++;
        }
    }

    private Cell cell(RecordKind kind, Outcome outcome, Currency currency, int digits) {
        int row = kind.ordinal() * OUTCOMES.length + outcome.ordinal();
        int column = currency != null ? currency.number() : UNKNOWN + Math.max(0, digits);
        if (cells[row] == null) {
            cells[row] = new Cell[CURRENCIES];
        }
        if (cells[row][column] == null) {
            Cell cell = new Cell();
            cell.currency = currency != null ? currency.code() : Tally.UNKNOWN_CURRENCY;
            cell.digits = currency != null ? currency.digits() : Math.max(0, digits);
            cells[row][column] = cell;
        }
        return cells[row][column];
    }

    /** What was counted, in a fixed order. */
    List<Tally> of(int file) {
        List<Tally> tallies = new ArrayList<>();
        for (int row = 0; row < cells.length; row++) {
            if (cells[row] != null) {
                add(tallies, file, row);
            }
        }
        return tallies;
    }

    private void add(List<Tally> tallies, int file, int row) {
        RecordKind kind = KINDS[row / OUTCOMES.length];
        Outcome outcome = OUTCOMES[row % OUTCOMES.length];
        for (Cell cell : cells[row]) {
            if (cell != null) {
                tallies.add(new Tally(
                        file, kind, outcome, cell.currency, cell.digits, cell.count, cell.minor, cell.unreadable));
            }
        }
    }
}
