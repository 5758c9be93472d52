package io.qingfen.intake;

import io.qingfen.money.Currency;
import java.util.ArrayList;
import java.util.List;

/** Where routed lines go: accepted records, rejects, counts. */
final class RoutingOutput {
    private final Routing.Rejects rejects;
    private final RecordBuffer buffer;
    private final List<Tally> done = new ArrayList<>();
    private Tallies tallies;
    private int file;

    RoutingOutput(Routing.Rejects rejects, long inputBytes) {
        this.rejects = rejects;
        this.buffer = new RecordBuffer(inputBytes);
    }

    /** Parts of one file that follow each other are counted together. */
    void beginPart(int number) {
        if (tallies == null || file != number) {
            endFile();
            file = number;
            tallies = new Tallies();
        }
    }

    void endFile() {
        if (tallies != null) {
            done.addAll(tallies.of(file));
            tallies = null;
        }
    }

    RecordBuffer buffer() {
        return buffer;
    }

    Tallies tallies() {
        return tallies;
    }

    List<Tally> allTallies() {
        return List.copyOf(done);
    }

    void beginRecord(int terminal) {
        buffer.begin(terminal, file);
    }

    void unknownType(byte[] bytes, int from, int to, int line, String known) {
        int end = from;
        while (end < to && bytes[end] != ',') {
            end++;
        }
        String type = Shown.value(bytes, from, end, 10);
        String detail = "record type " + Shown.quoted(bytes, from, end) + " is none of " + known;
        reject(line, type, RejectReason.UNKNOWN_RECORD_TYPE, "", detail);
    }

    void fieldCount(int line, String type, int count, int expected) {
        String found = count < 0 ? "quotes do not close on the line" : count + " fields";
        reject(line, type, RejectReason.FIELD_COUNT, "", found + ", expected " + expected + " fields");
    }

    void cardNumber(Fields fields, int line, String type, String column, int field) {
        String detail = column + " holds a card number: " + fields.shown(field);
        reject(line, type, RejectReason.PAN_IN_CLEAR, "", detail);
    }

    void badValue(Fields fields, int line, String type, String column, int field) {
        String detail = column + " " + fields.shown(field) + " is not " + FieldShapes.of(column);
        reject(line, type, RejectReason.BAD_VALUE, column, detail);
    }

    /** Rejects a record whose values are well-formed but point at nothing. */
    void unknown(Fields fields, int line, String type, RejectReason reason, Columns at) {
        String detail;
        switch (reason) {
            case UNKNOWN_TERMINAL:
                detail = "terminal_id " + fields.shown(at.terminal()) + " is not in terminals.csv";
                break;
            case UNKNOWN_MERCHANT:
                detail = "merchant_id " + fields.shown(at.merchant()) + " is not in merchants.csv";
                break;
            case TERMINAL_OF_OTHER_MERCHANT:
                detail = "terminal_id " + fields.shown(at.terminal()) + " is not a terminal of merchant "
                        + fields.shown(at.merchant());
                break;
            default:
                detail = "currency " + fields.shown(at.currency()) + " is none of ISO 4217";
        }
        reject(line, type, reason, "", detail);
    }

    void reject(int line, String type, RejectReason reason, String field, String detail) {
        rejects.reject(new Reject(new Source(file, line), type, reason, field, Shown.detail(detail)));
    }

    void rejectedBatch(Fields fields, int line, Currency currency, long statedMinor) {
        rejects.batch(new RejectedBatch(
                new Source(file, line),
                fields.text(BatchLine.MERCHANT, 15),
                fields.text(BatchLine.TERMINAL, 20),
                fields.text(BatchLine.BATCH_NO, 20),
                currency,
                statedMinor));
    }

    /** Where a record names its merchant, terminal and currency. */
    record Columns(int merchant, int terminal, int currency) {}
}
