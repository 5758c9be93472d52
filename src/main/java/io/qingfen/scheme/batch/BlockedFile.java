package io.qingfen.scheme.batch;

import io.qingfen.scheme.BadRecord;
import java.io.IOException;
import java.io.InputStream;

/**
 * Messages of a file in blocks of 1014 bytes, of which the last two are filling: each message behind its length in four bytes,
 * a length of 0 behind the last one, and filling to the end of its block. Messages go over the borders of blocks.
 */
final class BlockedFile {
    private static final int BLOCK = 1014;
    private static final int USED = 1012;
    private static final byte FILLING = 0x40;
    private static final int LONGEST = 1 << 16;
    private final InputStream in;
    private final byte[] block = new byte[BLOCK];
    private int at = USED;
    private long blocks;

    BlockedFile(InputStream in) {
        this.in = in;
    }

    /**
     * The next message, or null behind the last.
     *
     * @throws BadRecord when the file is not in whole blocks, or was cut
     */
    byte[] next() throws IOException {
        int length = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            length = length << 8 | nextByte();
        }
        if (length == 0) {
            requireFilling();
            return null;
        }
        if (length < 0 || length > LONGEST) {
            throw new BadRecord("states a length of " + Integer.toUnsignedString(length)
                    + " bytes; no message has more than " + LONGEST);
        }
        byte[] message = new byte[length];
        for (int i = 0; i < length; i++) {
            message[i] = (byte) nextByte();
        }
        return message;
    }

    private int nextByte() throws IOException {
        if (at == USED && !fill()) {
            throw new BadRecord("the length of 0 behind the last message is missing: the file was cut");
        }
        return block[at++] & 0xff;
    }

    private boolean fill() throws IOException {
        int count = in.readNBytes(block, 0, BLOCK);
        if (count == 0) {
            return false;
        }
        blocks++;
        if (count != BLOCK) {
            throw new BadRecord("block " + blocks + " has " + count + " bytes, a block has " + BLOCK);
        }
        if (block[USED] != FILLING || block[USED + 1] != FILLING) {
            throw new BadRecord("block " + blocks
                    + " does not end with two bytes of filling (40): these are no blocks of " + BLOCK + " bytes");
        }
        at = 0;
        return true;
    }

    private void requireFilling() throws IOException {
        while (at < USED) {
            if (block[at++] != FILLING) {
                throw new BadRecord(
                        "something else than filling (40) stands behind the last message, in block " + blocks);
            }
        }
        if (in.read() >= 0) {
            throw new BadRecord("a block stands behind the last message");
        }
    }
}
