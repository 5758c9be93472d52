package io.qingfen.generator;

import io.qingfen.reference.TxnType;
import java.io.IOException;
import java.nio.file.Path;

/** Writes one file of authorizations: shops in a scattered order, lines shuffled a window at a time. */
final class AuthorizationFile {
    private final Day day;
    private final Tally tally = new Tally();
    private final AuthorizationLines lines;
    private final Slot slot = new Slot();
    private Shift shift;
    private int batch;

    AuthorizationFile(Day day) {
        this.day = day;
        this.lines = new AuthorizationLines(day.date(), tally);
    }

    /** @param number from 1 to {@code files} */
    Tally write(Path file, int number, int files) throws IOException {
        try (FileSink sink = new FileSink(file)) {
            ShuffledWindow window = new ShuffledWindow(sink, Dice.mix(day.daySeed(), number));
            sink.write(new Bytes(Bytes.LINE).put("H,AUTHORIZATIONS,1," + day.date() + "," + number + "\n"));
            lines.into(window);
            ScatteredOrder order = new ScatteredOrder(day.market().shops());
            int end = order.first(number, files);
            for (int i = order.first(number - 1, files); i < end; i++) {
                shop(day.market().shop(order.at(i)));
            }
            window.flush();
            sink.write(trailer());
            sink.finish();
        }
        return tally;
    }

    private Bytes trailer() {
        Bytes trailer = new Bytes(Bytes.LINE).put("T,").number(tally.authorizations.count);
        return trailer.put(',').amount(tally.authorizations.minor).put('\n');
    }

    private void shop(Shop shop) throws IOException {
        for (int terminal = 0; terminal < shop.terminals(); terminal++) {
            shift = day.shift(day.market().stand(shop, terminal));
            lines.at(shift);
            for (batch = 0; batch < shift.stand().batches(); batch++) {
                int end = shift.stand().firstOf(batch + 1);
                for (int i = shift.stand().firstOf(batch); i < end; i++) {
                    shift.fill(slot, i);
                    authorize(i);
                }
            }
        }
    }

    private void authorize(int i) throws IOException {
        int trace = shift.traceNo(batch, i, 0);
        long rrn = shift.rrn(i, 0);
        lines.of(slot, shift.batchNo(batch));
        switch (slot.story) {
            case ORPHAN_CAPTURE -> {}
            case VOID -> {
                approved(TxnType.SALE, trace, rrn, -1);
                approved(TxnType.VOID, trace + 1, shift.rrn(i, 1), rrn);
            }
            case REFUND -> approved(TxnType.REFUND, trace, rrn, slot.originalRrn);
            case COMPLETION, COMPLETION_VOID, PREAUTH_VOID -> preauthorization(trace, i);
            case REVERSED, REVERSED_CAPTURE -> {
                approved(TxnType.SALE, trace, rrn, -1);
                approved(TxnType.REVERSAL, trace, shift.rrn(i, 1), rrn);
            }
            case DECLINED, DECLINED_CAPTURE -> lines.add(TxnType.SALE, trace, rrn, -1, Answer.declined(slot.detail));
            case UNANSWERED, UNKNOWN_OUTCOME -> lines.add(TxnType.SALE, trace, rrn, -1, Answer.unknown(slot.detail));
            case BALANCE_INQUIRY -> {
                slot.amountMinor = 0;
                approved(TxnType.BALANCE_INQUIRY, trace, rrn, -1);
            }
            default -> sale(trace, rrn);
        }
    }

    private void preauthorization(int trace, int i) throws IOException {
        approved(TxnType.PREAUTH, trace, shift.rrn(i, 0), -1);
        if (slot.story == Story.PREAUTH_VOID) {
            approved(TxnType.PREAUTH_VOID, trace + 1, shift.rrn(i, 1), shift.rrn(i, 0));
            return;
        }
        approved(TxnType.PREAUTH_COMPLETION, trace + 1, shift.rrn(i, 1), shift.rrn(i, 0));
        if (slot.story == Story.COMPLETION_VOID) {
            approved(TxnType.COMPLETION_VOID, trace + 2, shift.rrn(i, 2), shift.rrn(i, 1));
        }
    }

    private void sale(int trace, long rrn) throws IOException {
        switch (slot.story) {
            case OFFLINE_SALE -> lines.add(TxnType.OFFLINE_SALE, trace, rrn, -1, Answer.OFFLINE);
            case TYPE_MISMATCH -> approved(TxnType.OFFLINE_SALE, trace, rrn, -1);
            case WITHOUT_RRN_AND_TRACE -> approved(TxnType.SALE, 0, rrn, -1);
            case DUPLICATE_AUTHORIZATION -> {
                approved(TxnType.SALE, trace, rrn, -1);
                approved(TxnType.SALE, trace, rrn, -1);
            }
            case REJECTED_AUTHORIZATION -> {
                approved(TxnType.SALE, trace, rrn, -1);
                lines.addRejected(rrn + 3);
            }
            default -> approved(TxnType.SALE, trace, rrn, -1);
        }
    }

    private void approved(TxnType type, int trace, long rrn, long originalRrn) throws IOException {
        lines.add(type, trace, rrn, originalRrn, Answer.APPROVED);
    }
}
