package io.qingfen.intake;

import io.qingfen.intake.SegmentFormat.ByteSink;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Writes records of one terminal in their compact form again, in the order in which they are added. */
public final class RecordPart {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FULL = 16 << 10;
    /** More than the longest record, with marks before it. */
    private static final int LONGEST_RECORD = 512;

    private final ByteSink sink;
    private final byte[] bytes = new byte[FULL + LONGEST_RECORD];
    private int size;
    private int file;

    /** @param sink takes what is full, and the rest at {@link #flush()} */
    public RecordPart(ByteSink sink) {
        this.sink = sink;
    }

    public void add(Capture capture) {
        begin(RecordFormat.CAPTURE, capture.source());
        putInt(capture.batchNo());
        putInt(capture.traceNo());
        putByte(capture.txnType().ordinal());
        putLong(capture.amountMinor());
        putInt(CurrencyCodes.numberOf(capture.currency()));
        putLong(capture.txnTime());
        putLong(capture.rrn());
        putLong(capture.authCode());
        putInt(capture.originalTraceNo());
        putLong(capture.originalRrn());
        putText(capture.cardToken());
        putText(capture.entryMode());
    }

    public void add(Authorization authorization, boolean marked) {
        if (marked) {
            putByte(RecordFormat.MARK);
        }
        begin(RecordFormat.AUTHORIZATION, authorization.source());
        putLong(authorization.rrn());
        putInt(authorization.batchNo());
        putInt(authorization.traceNo());
        putByte(authorization.txnType().ordinal());
        putByte(authorization.channel().ordinal());
        putByte(authorization.cardType().ordinal());
        putByte(authorization.cardOrigin().ordinal());
        putLong(authorization.amountMinor());
        putInt(CurrencyCodes.numberOf(authorization.currency()));
        putLong(authorization.txnTime());
        putLong(authorization.authCode());
        putLong(authorization.originalRrn());
        putText(authorization.cardToken());
        putText(authorization.responseCode());
        putText(authorization.schemeRef());
    }

    public void flush() {
        if (size > 0) {
            sink.write(bytes, 0, size);
            size = 0;
        }
    }

    private void begin(int kind, Source source) {
        if (size >= FULL) {
            flush();
        }
        if (source.file() != file) {
            file = source.file();
            putByte(RecordFormat.FILE);
            putInt(file);
        }
        putByte(kind);
        putInt(source.line());
    }

    private void putByte(int value) {
        bytes[size++] = (byte) value;
    }

    private void putInt(int value) {
        INTS.set(bytes, size, value);
        size += 4;
    }

    private void putLong(long value) {
        LONGS.set(bytes, size, value);
        size += 8;
    }

    /** At most 64 characters of ASCII. */
    private void putText(String text) {
        putByte(text.length());
        for (int i = 0; i < text.length(); i++) {
            putByte(text.charAt(i));
        }
    }
}
