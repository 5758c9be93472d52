package io.qingfen.generator;

import io.qingfen.reference.TxnType;
import java.io.IOException;
import java.nio.file.Path;

/** Writes one file of terminal batches, shops in order; counts each transaction's story on the way. */
final class CaptureFile {
    private static final long OVERSTATED_MINOR = 100;
    private final Day day;
    private final boolean priced;
    private final Tally tally = new Tally();
    private final BatchLines lines;
    private final Slot slot = new Slot();
    private Shift shift;

    CaptureFile(Day day) {
        this.day = day;
        this.priced = day.mix().isNone();
        this.lines = new BatchLines(day.date());
    }

    /** @param number from 1 to {@code files} */
    Tally write(Path file, int number, int files) throws IOException {
        try (FileSink sink = new FileSink(file)) {
            sink.write(new Bytes(Bytes.LINE).put("H,TERMINAL_BATCHES,1," + day.date() + "," + number + "\n"));
            int end = day.market().firstShop(number, files);
            for (int i = day.market().firstShop(number - 1, files); i < end; i++) {
                shop(day.market().shop(i), sink);
            }
            sink.write(trailer());
            sink.finish();
        }
        return tally;
    }

    private Bytes trailer() {
        Bytes trailer = new Bytes(Bytes.LINE).put("T,").number(tally.batches.count);
        return trailer.put(',')
                .number(tally.captures.count)
                .put(',')
                .amount(tally.captures.minor)
                .put('\n');
    }

    private void shop(Shop shop, FileSink sink) throws IOException {
        for (int terminal = 0; terminal < shop.terminals(); terminal++) {
            shift = day.shift(day.market().stand(shop, terminal));
            for (int batch = 0; batch < shift.stand().batches(); batch++) {
                fill(batch);
                deliver(batch, sink);
            }
        }
    }

    private void fill(int batch) {
        lines.clear();
        int end = shift.stand().firstOf(batch + 1);
        for (int i = shift.stand().firstOf(batch); i < end; i++) {
            shift.fill(slot, i);
            tally.of(slot.story).add(slot.amountMinor);
            capture(batch, i);
        }
        if (batch == 0 && !day.isFirst()) {
            lateArrivals();
        }
    }

    private void deliver(int batch, FileSink sink) throws IOException {
        boolean overstated = lines.debits().count > 0 && shift.strikes(Story.OUT_OF_BALANCE, batch);
        if (overstated) {
            tally.of(Story.OUT_OF_BALANCE).add(OVERSTATED_MINOR);
        }
        lines.closeWith(shift, batch, overstated ? OVERSTATED_MINOR : 0);
        write(sink);
        if (lines.debits().count > 0 && shift.strikes(Story.DUPLICATE_BATCH, batch)) {
            Tally.Sum twice = lines.all();
            tally.of(Story.DUPLICATE_BATCH).add(twice.minor);
            tally.duplicateBatchCaptures.add(twice);
            tally.duplicateBatchCaptures.subtract(lines.rejected());
            write(sink);
        }
    }

    private void write(FileSink sink) throws IOException {
        sink.write(lines.header());
        sink.write(lines.details());
        Tally.Sum all = lines.all();
        tally.batches.add(all.minor);
        tally.captures.add(all);
        tally.rejectedCaptures.add(lines.rejected());
    }

    private void capture(int batch, int i) {
        int trace = shift.traceNo(batch, i, 0);
        long rrn = shift.rrn(i, 0);
        switch (slot.story) {
            case DECLINED, UNANSWERED, REVERSED, BALANCE_INQUIRY, PREAUTH_VOID, ORPHAN_AUTHORIZATION, LATE -> {}
            case REFUND -> settled(TxnType.REFUND, trace, rrn, -1, slot.originalRrn);
            case VOID -> {
                settled(TxnType.SALE, trace, rrn, -1, -1);
                settled(TxnType.VOID, trace + 1, shift.rrn(i, 1), trace, rrn);
            }
            case COMPLETION -> completion(trace, i);
            case COMPLETION_VOID -> {
                completion(trace, i);
                settled(TxnType.COMPLETION_VOID, trace + 2, shift.rrn(i, 2), trace + 1, shift.rrn(i, 1));
            }
            default -> sale(trace, rrn);
        }
    }

    private void completion(int trace, int i) {
        settled(TxnType.PREAUTH_COMPLETION, trace + 1, shift.rrn(i, 1), trace, shift.rrn(i, 0));
    }

    private void sale(int trace, long rrn) {
        switch (slot.story) {
            case SALE, DUPLICATE_AUTHORIZATION, REJECTED_AUTHORIZATION -> settled(TxnType.SALE, trace, rrn, -1, -1);
            case OFFLINE_SALE -> settled(TxnType.OFFLINE_SALE, trace, rrn, -1, -1);
            case WITHOUT_RRN, WITHOUT_RRN_AND_TRACE -> settled(TxnType.SALE, trace, -1, -1, -1);
            case DUPLICATE_CAPTURE -> {
                settled(TxnType.SALE, trace, rrn, -1, -1);
                lines.add(slot, TxnType.SALE, trace, rrn);
            }
            case REJECTED_CAPTURE -> {
                settled(TxnType.SALE, trace, rrn, -1, -1);
                lines.addRejected(slot, trace + 1);
            }
            default -> lines.add(slot, TxnType.SALE, trace, rrn);
        }
    }

    private void settled(TxnType type, int trace, long rrn, int originalTrace, long originalRrn) {
        lines.add(slot, type, trace, rrn, originalTrace, originalRrn);
        (type.side() == TxnType.Side.DEBIT ? tally.settledDebits : tally.settledCredits).add(slot.amountMinor);
        if (priced) {
            Plan plan = shift.stand().shop().plan();
            boolean contactless = Card.isContactless(slot.entryMode);
            long fee = plan.feeMinor(slot.card, contactless, slot.amountMinor, day.date());
            tally.feesMinor = Math.addExact(tally.feesMinor, fee);
        }
    }

    private void lateArrivals() {
        Stand stand = shift.stand();
        Shift yesterday = day.before(1).shift(stand);
        int trace = 3 * stand.firstOf(1);
        for (int i = 0; i < stand.count(); i++) {
            if (yesterday.isLate(i)) {
                yesterday.fill(slot, i);
                lines.addLate(slot, ++trace, yesterday.rrn(i, 0));
                tally.lateArrivals.add(slot.amountMinor);
                tally.settledDebits.add(slot.amountMinor);
            }
        }
    }
}
