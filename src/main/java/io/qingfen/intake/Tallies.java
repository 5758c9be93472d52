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

    private final Cell[] cells = new Cell[KINDS.length * OUTCOMES.length * CURRENCIES];

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
        int column = currency != null ? currency.number() : UNKNOWN + Math.max(0, digits);
        int index = (kind.ordinal() * OUTCOMES.length + outcome.ordinal()) * CURRENCIES + column;
        Cell cell = cells[index];
        if (cell == null) {
            cell = new Cell();
            cell.currency = currency != null ? currency.code() : Tally.UNKNOWN_CURRENCY;
            cell.digits = currency != null ? currency.digits() : Math.max(0, digits);
            cells[index] = cell;
        }
        return cell;
    }

    /** What was counted, in a fixed order. */
    List<Tally> of(int file) {
        List<Tally> tallies = new ArrayList<>();
        for (int index = 0; index < cells.length; index++) {
            Cell cell = cells[index];
            if (cell != null) {
                RecordKind kind = KINDS[index / CURRENCIES / OUTCOMES.length];
                Outcome outcome = OUTCOMES[index / CURRENCIES % OUTCOMES.length];
                tallies.add(new Tally(
                        file, kind, outcome, cell.currency, cell.digits, cell.count, cell.minor, cell.unreadable));
            }
        }
        return tallies;
    }
}
