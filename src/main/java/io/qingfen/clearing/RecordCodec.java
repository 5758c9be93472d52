package io.qingfen.clearing;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.intake.Packed;
import io.qingfen.intake.Source;
import io.qingfen.money.Currency;
import io.qingfen.reference.CardOrigin;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.TxnType;
import java.nio.charset.StandardCharsets;

/**
 * Records as they wait in table open_item between dates: their fields as text, separated by a unit separator, behind a
 * version. Text, so that a row can be read with the database's own tools.
 */
public final class RecordCodec {
    private static final String VERSION = "1";
    private static final String SEPARATOR = "\u001f";

    private RecordCodec() {}

    public static byte[] encode(Capture capture) {
        return join(
                VERSION,
                capture.source().file(),
                capture.source().line(),
                capture.firstSeenOn(),
                capture.merchant().id(),
                capture.terminal().id(),
                capture.batchNo(),
                capture.traceNo(),
                capture.txnType(),
                capture.amountMinor(),
                capture.currency().code(),
                capture.cardToken(),
                capture.txnTime(),
                capture.rrn(),
                Packed.unpack(capture.authCode()),
                capture.entryMode(),
                capture.originalTraceNo(),
                capture.originalRrn());
    }

    /** Merchant and terminal are those of the given snapshot, which keeps whatever the books still need. */
    public static Capture capture(byte[] bytes, Snapshot snapshot) {
        String[] field = split(bytes, 18);
        return new Capture(
                new Source(Integer.parseInt(field[1]), Integer.parseInt(field[2])),
                Integer.parseInt(field[3]),
                snapshot.merchant(field[4]),
                snapshot.terminal(field[5]),
                Integer.parseInt(field[6]),
                Integer.parseInt(field[7]),
                TxnType.valueOf(field[8]),
                Long.parseLong(field[9]),
                Currency.of(field[10]),
                field[11],
                Long.parseLong(field[12]),
                Long.parseLong(field[13]),
                Packed.pack(field[14]),
                field[15],
                Integer.parseInt(field[16]),
                Long.parseLong(field[17]));
    }

    public static byte[] encode(Authorization authorization) {
        return join(
                VERSION,
                authorization.source().file(),
                authorization.source().line(),
                authorization.firstSeenOn(),
                authorization.merchant().id(),
                authorization.terminal().id(),
                authorization.rrn(),
                authorization.batchNo(),
                authorization.traceNo(),
                authorization.txnType(),
                authorization.channel(),
                authorization.cardToken(),
                authorization.cardType(),
                authorization.cardOrigin(),
                authorization.amountMinor(),
                authorization.currency().code(),
                authorization.txnTime(),
                authorization.responseCode(),
                Packed.unpack(authorization.authCode()),
                authorization.originalRrn(),
                authorization.schemeRef());
    }

    /** See {@link #capture}. */
    public static Authorization authorization(byte[] bytes, Snapshot snapshot) {
        String[] field = split(bytes, 21);
        return new Authorization(
                new Source(Integer.parseInt(field[1]), Integer.parseInt(field[2])),
                Integer.parseInt(field[3]),
                snapshot.merchant(field[4]),
                snapshot.terminal(field[5]),
                Long.parseLong(field[6]),
                Integer.parseInt(field[7]),
                Integer.parseInt(field[8]),
                TxnType.valueOf(field[9]),
                Channel.valueOf(field[10]),
                field[11],
                CardType.valueOf(field[12]),
                CardOrigin.valueOf(field[13]),
                Long.parseLong(field[14]),
                Currency.of(field[15]),
                Long.parseLong(field[16]),
                field[17],
                Packed.pack(field[18]),
                Long.parseLong(field[19]),
                field[20]);
    }

    private static byte[] join(Object... fields) {
        StringBuilder text = new StringBuilder(160);
        for (int i = 0; i < fields.length; i++) {
            text.append(i == 0 ? "" : SEPARATOR).append(fields[i]);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String[] split(byte[] bytes, int fields) {
        String[] field = new String(bytes, StandardCharsets.US_ASCII).split(SEPARATOR, -1);
        if (field.length != fields || !field[0].equals(VERSION)) {
            throw new IllegalStateException("an open item was written by another version: " + field[0]);
        }
        return field;
    }
}
