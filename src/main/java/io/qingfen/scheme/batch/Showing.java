package io.qingfen.scheme.batch;

import io.qingfen.scheme.BrandFee;
import io.qingfen.scheme.FundsEntry;
import io.qingfen.scheme.PlainPairs;
import io.qingfen.scheme.SchemeRecord;

/** The first reading: everything is shown, so that the second knows what is plain. */
record Showing(PlainPairs plain, Room room) implements ParsedFile.Taker {
    @Override
    public void take(SchemeRecord record) {
        room.pack(1);
        plain.show(record);
    }

    @Override
    public void take(BrandFee fee) {
        room.pack(1);
        plain.show(fee);
    }

    @Override
    public void take(FundsEntry entry) {
        // agrees with sums, whatever is plain
    }
}
