package io.qingfen.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Strict UTF-8 over a stream of blocks (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF). */
final class Utf8Check {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

    private long offset;
    private long badOffset = -1;
    private int expected;
    private int lowest;
    private int highest;

    void feed(byte[] block, int length) {
        int i = 0;
        while (i < length && badOffset < 0) {
            if (expected == 0) {
                i = skipAscii(block, i, length);
            }
            if (i < length) {
                accept(block[i] & 0xff, offset + i);
                i++;
            }
        }
        offset += length;
    }

    /** Offset of the first byte that cannot stand where it does, or -1; a character cut off at the end counts. */
    long badOffset() {
        return badOffset < 0 && expected > 0 ? offset : badOffset;
    }

    private static int skipAscii(byte[] block, int from, int length) {
        int i = from;
        while (i + 8 <= length && ((long) LONGS.get(block, i) & NOT_ASCII) == 0) {
            i += 8;
        }
        while (i < length && block[i] >= 0) {
            i++;
        }
        return i;
    }

    private void accept(int b, long at) {
        if (expected > 0) {
            if (b < lowest || b > highest) {
                badOffset = at;
            }
            expected--;
            continuation(0x80, 0xbf);
        } else if (b < 0x80) {
            return;
        } else {
            lead(b, at);
        }
    }

    private void lead(int b, long at) {
        if (b >= 0xc2 && b <= 0xdf) {
            expected = 1;
        } else if (b >= 0xe0 && b <= 0xef) {
            expected = 2;
        } else if (b >= 0xf0 && b <= 0xf4) {
            expected = 3;
        } else {
            badOffset = at;
        }
        continuation(b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : 0x80, b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : 0xbf);
    }

    private void continuation(int from, int to) {
        lowest = from;
        highest = to;
    }
}
