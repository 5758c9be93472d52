package io.qingfen.intake;

import io.qingfen.intake.Tally.Outcome;
import io.qingfen.intake.Tally.RecordKind;
import io.qingfen.money.Currency;

/** Routes the lines {@code B} and {@code D} of a terminal-batch file. */
final class BatchRouting {
    private static final RoutingOutput.Columns COLUMNS =
            new RoutingOutput.Columns(BatchLine.MERCHANT, BatchLine.TERMINAL, BatchLine.CURRENCY);

    private final Terminals terminals;
    private final RoutingOutput output;
    private final BatchLine batch = new BatchLine();
    private final CaptureLine capture = new CaptureLine();
    /** Of the batch above; -1 when it was rejected or there is none. */
    private int terminal = -1;

    private boolean headerSeen;
    /** Of the batch above; null when unknown. */
    private Currency currency;

    private int currencyNumber;
    private int bad;
    private RejectReason objection;

    BatchRouting(Terminals terminals, RoutingOutput output) {
        this.terminals = terminals;
        this.output = output;
    }

    void forget() {
        terminal = -1;
        headerSeen = false;
        currency = null;
    }

    /** Takes a header without counting it. */
    void context(Fields fields, int count) {
        judge(fields, count);
    }

    void header(Fields fields, int count, int line) {
        RejectReason reason = judge(fields, count);
        output.tallies().add(RecordKind.BATCHES, reason == null ? Outcome.ACCEPTED : Outcome.REJECTED, currency, null);
        if (reason == null) {
            output.beginRecord(terminal);
            RecordFormat.put(output.buffer(), line, batch);
        } else {
            reject(fields, count, line, reason);
        }
    }

    /** Sets what the details below need; null when the header is accepted. */
    private RejectReason judge(Fields fields, int count) {
        headerSeen = true;
        terminal = -1;
        currency = null;
        if (count != BatchLine.COLUMNS.size()) {
            return RejectReason.FIELD_COUNT;
        }
        bad = batch.read(fields);
        currency = batch.currency;
        if (bad >= 0) {
            return RejectReason.BAD_VALUE;
        }
        int found = terminals.find(batch.packedTerminal);
        objection = terminals.objection(found, fields, BatchLine.MERCHANT);
        if (objection == null && currency == null) {
            objection = RejectReason.UNKNOWN_CURRENCY;
        }
        if (objection == null) {
            terminal = found;
            currencyNumber = CurrencyCodes.numberOf(currency);
        }
        return objection;
    }

    private void reject(Fields fields, int count, int line, RejectReason reason) {
        long statedMinor = 0;
        if (reason == RejectReason.FIELD_COUNT) {
            output.fieldCount(line, "B", count, BatchLine.COLUMNS.size());
        } else {
            statedMinor = currency == null ? 0 : statedMinor();
            if (reason == RejectReason.BAD_VALUE) {
                output.badValue(fields, line, "B", BatchLine.COLUMNS.get(bad), bad);
            } else {
                output.unknown(fields, line, "B", reason, COLUMNS);
            }
        }
        output.rejectedBatch(fields, line, currency, statedMinor);
    }

    /** Both stated sides; nothing when that is more than a long holds. */
    private long statedMinor() {
        long sum = Math.max(0, batch.debitMinor) + Math.max(0, batch.creditMinor);
        return Math.max(0, sum);
    }

    void detail(Fields fields, int count, int line) {
        RejectReason reason = judgeDetail(fields, count);
        Outcome outcome = reason == null ? Outcome.ACCEPTED : Outcome.REJECTED;
        output.tallies().add(RecordKind.CAPTURES, outcome, currency, capture.amount);
        if (reason == null) {
            output.beginRecord(terminal);
            RecordFormat.put(output.buffer(), line, capture, batch.batchNo, currencyNumber, fields);
        } else {
            rejectDetail(fields, count, line, reason);
        }
    }

    private RejectReason judgeDetail(Fields fields, int count) {
        if (count != CaptureLine.COLUMNS.size()) {
            capture.amount.unreadable(currency);
            return RejectReason.FIELD_COUNT;
        }
        bad = capture.read(fields, currency);
        if (fields.holdsCardNumber(CaptureLine.CARD_TOKEN) || fields.holdsCardNumber(CaptureLine.MASKED_PAN)) {
            return RejectReason.PAN_IN_CLEAR;
        }
        if (bad >= 0) {
            return RejectReason.BAD_VALUE;
        }
        return terminal < 0 ? RejectReason.BATCH_REJECTED : null;
    }

    private void rejectDetail(Fields fields, int count, int line, RejectReason reason) {
        switch (reason) {
            case FIELD_COUNT:
                output.fieldCount(line, "D", count, CaptureLine.COLUMNS.size());
                break;
            case PAN_IN_CLEAR:
                boolean token = fields.holdsCardNumber(CaptureLine.CARD_TOKEN);
                int column = token ? CaptureLine.CARD_TOKEN : CaptureLine.MASKED_PAN;
                output.cardNumber(fields, line, "D", CaptureLine.COLUMNS.get(column), column);
                break;
            case BAD_VALUE:
                output.badValue(fields, line, "D", CaptureLine.COLUMNS.get(bad), bad);
                break;
            default:
                String why = headerSeen ? "the batch header above it was rejected" : "no batch header stands above it";
                output.reject(line, "D", reason, "", why);
        }
    }
}
