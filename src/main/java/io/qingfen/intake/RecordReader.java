package io.qingfen.intake;

import io.qingfen.money.Currency;
import io.qingfen.reference.CardOrigin;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import io.qingfen.reference.Terminal;
import io.qingfen.reference.TxnType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/** Makes the records of one terminal from their compact form, part by part; see {@link RecordFormat}. */
final class RecordReader {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final TxnType[] TYPES = TxnType.values();
    private static final Channel[] CHANNELS = Channel.values();
    private static final CardType[] CARD_TYPES = CardType.values();
    private static final CardOrigin[] CARD_ORIGINS = CardOrigin.values();

    private final int firstSeenOn;
    private final IntPredicate used;
    private final ShortTexts texts = new ShortTexts();
    private Terminal terminal;
    private List<TerminalBatch> batches;
    private List<Capture> captures;
    private List<Authorization> authorizations;
    private BitSet marked;
    private boolean marksNext;
    private byte[] bytes;
    private int at;

    /** @param used whether the records of this file belong to the night; those of a file refused later do not */
    RecordReader(int firstSeenOn, IntPredicate used) {
        this.firstSeenOn = firstSeenOn;
        this.used = used;
    }

    void begin(Terminal terminal) {
        this.terminal = terminal;
        this.batches = new ArrayList<>();
        this.captures = new ArrayList<>();
        this.authorizations = new ArrayList<>();
        this.marked = new BitSet();
    }

    /** What was read of a part that was set aside. */
    RecordParts.Part part() {
        return new RecordParts.Part(captures, authorizations, marked);
    }

    /** Null when the terminal has no records. */
    TerminalRecords end() {
        boolean empty = batches.isEmpty() && captures.isEmpty() && authorizations.isEmpty();
        return empty ? null : new TerminalRecords(terminal, batches, captures, authorizations);
    }

    /** Adds the records between these offsets; parts must come in source order. */
    void add(byte[] part, int from, int to) {
        bytes = part;
        at = from;
        int file = 0;
        boolean wanted = false;
        while (at < to) {
            int kind = bytes[at++];
            if (kind == RecordFormat.FILE) {
                file = nextInt();
                wanted = used.test(file);
            } else if (kind == RecordFormat.MARK) {
                marksNext = true;
            } else {
                addRecord(kind, file, wanted);
            }
        }
    }

    private void addRecord(int kind, int file, boolean wanted) {
        Source source = new Source(file, nextInt());
        if (kind == RecordFormat.BATCH) {
            TerminalBatch batch = nextBatch(source);
            if (wanted) {
                batches.add(batch);
            }
        } else if (kind == RecordFormat.CAPTURE) {
            Capture capture = nextCapture(source);
            if (wanted) {
                captures.add(capture);
            }
        } else if (kind == RecordFormat.AUTHORIZATION) {
            Authorization authorization = nextAuthorization(source);
            if (wanted) {
                marked.set(authorizations.size(), marksNext);
                authorizations.add(authorization);
            }
            marksNext = false;
        } else {
            throw new IllegalStateException("the working set is damaged: no record has kind " + kind);
        }
    }

    private TerminalBatch nextBatch(Source source) {
        int batchNo = nextInt();
        long closedAt = nextLong();
        Currency currency = CurrencyCodes.find(nextInt());
        int debitCount = nextInt();
        long debitMinor = nextLong();
        int creditCount = nextInt();
        long creditMinor = nextLong();
        return new TerminalBatch(
                source,
                terminal.merchant(),
                terminal,
                batchNo,
                closedAt,
                currency,
                debitCount,
                debitMinor,
                creditCount,
                creditMinor);
    }

    private Capture nextCapture(Source source) {
        int batchNo = nextInt();
        int traceNo = nextInt();
        TxnType type = TYPES[bytes[at++]];
        long amountMinor = nextLong();
        Currency currency = CurrencyCodes.find(nextInt());
        long txnTime = nextLong();
        long rrn = nextLong();
        long authCode = nextLong();
        int originalTraceNo = nextInt();
        long originalRrn = nextLong();
        String cardToken = nextText();
        return new Capture(
                source,
                firstSeenOn,
                terminal.merchant(),
                terminal,
                batchNo,
                traceNo,
                type,
                amountMinor,
                currency,
                cardToken,
                txnTime,
                rrn,
                authCode,
                nextShortText(),
                originalTraceNo,
                originalRrn);
    }

    private Authorization nextAuthorization(Source source) {
        long rrn = nextLong();
        int batchNo = nextInt();
        int traceNo = nextInt();
        TxnType type = TYPES[bytes[at++]];
        Channel channel = CHANNELS[bytes[at++]];
        CardType cardType = CARD_TYPES[bytes[at++]];
        CardOrigin origin = CARD_ORIGINS[bytes[at++]];
        long amountMinor = nextLong();
        Currency currency = CurrencyCodes.find(nextInt());
        long txnTime = nextLong();
        long authCode = nextLong();
        long originalRrn = nextLong();
        String cardToken = nextText();
        String responseCode = nextShortText();
        return new Authorization(
                source,
                firstSeenOn,
                terminal.merchant(),
                terminal,
                rrn,
                batchNo,
                traceNo,
                type,
                channel,
                cardToken,
                cardType,
                origin,
                amountMinor,
                currency,
                txnTime,
                responseCode,
                authCode,
                originalRrn,
                nextText());
    }

    private int nextInt() {
        at += 4;
        return (int) INTS.get(bytes, at - 4);
    }

    private long nextLong() {
        at += 8;
        return (long) LONGS.get(bytes, at - 8);
    }

    private String nextText() {
        int length = bytes[at++];
        at += length;
        return length == 0 ? "" : new String(bytes, at - length, length, StandardCharsets.ISO_8859_1);
    }

    private String nextShortText() {
        int length = bytes[at++];
        at += length;
        return texts.get(bytes, at - length, length);
    }
}
