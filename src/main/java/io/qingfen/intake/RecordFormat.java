package io.qingfen.intake;

/** Compact form of the accepted records: fixed columns in little-endian order, then texts with a length byte. */
final class RecordFormat {
    /** Changes with every change of the layout, so that a working set of another release is not misread. */
    static final int VERSION = 1;

    static final int FILE = 0;
    static final int BATCH = 1;
    static final int CAPTURE = 2;
    static final int AUTHORIZATION = 3;

    /** The next record is marked; only where records are set aside in parts, see {@link RecordPart}. */
    static final int MARK = 4;

    private RecordFormat() {}

    static void put(RecordBuffer buffer, int line, BatchLine batch) {
        buffer.putByte(BATCH);
        buffer.putInt(line);
        buffer.putInt(batch.batchNo);
        buffer.putLong(batch.closedAt);
        buffer.putInt(CurrencyCodes.numberOf(batch.currency));
        buffer.putInt(batch.debitCount);
        buffer.putLong(batch.debitMinor);
        buffer.putInt(batch.creditCount);
        buffer.putLong(batch.creditMinor);
    }

    static void put(RecordBuffer buffer, int line, CaptureLine capture, int batchNo, int currency, Fields fields) {
        buffer.putByte(CAPTURE);
        buffer.putInt(line);
        buffer.putInt(batchNo);
        buffer.putInt(capture.traceNo);
        buffer.putByte(capture.txnType.ordinal());
        buffer.putLong(capture.amount.minor);
        buffer.putInt(currency);
        buffer.putLong(capture.txnTime);
        buffer.putLong(capture.rrn);
        buffer.putLong(capture.authCode);
        buffer.putInt(capture.originalTraceNo);
        buffer.putLong(capture.originalRrn);
        buffer.putText(fields, CaptureLine.CARD_TOKEN);
        buffer.putText(fields, CaptureLine.ENTRY_MODE);
    }

    static void put(RecordBuffer buffer, int line, AuthorizationLine authorization, Fields fields) {
        buffer.putByte(AUTHORIZATION);
        buffer.putInt(line);
        buffer.putLong(authorization.rrn);
        buffer.putInt(authorization.batchNo);
        buffer.putInt(authorization.traceNo);
        buffer.putByte(authorization.txnType.ordinal());
        buffer.putByte(authorization.channel.ordinal());
        buffer.putByte(authorization.cardType.ordinal());
        buffer.putByte(authorization.cardOrigin.ordinal());
        buffer.putLong(authorization.amount.minor);
        buffer.putInt(CurrencyCodes.numberOf(authorization.currency));
        buffer.putLong(authorization.txnTime);
        buffer.putLong(authorization.authCode);
        buffer.putLong(authorization.originalRrn);
        buffer.putText(fields, AuthorizationLine.CARD_TOKEN);
        buffer.putText(fields, AuthorizationLine.RESPONSE_CODE);
        buffer.putText(fields, AuthorizationLine.SCHEME_REF);
    }
}
