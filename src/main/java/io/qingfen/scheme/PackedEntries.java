package io.qingfen.scheme;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Many entries of some texts and numbers each, one behind the other in a few large arrays: a fraction of what they take as
 * objects. An entry is known by where it begins, and may be marked once.
 */
final class PackedEntries {
    private static final int PAGE = 1 << 20;
    /** Entries begin at multiples of this, so that an {@code int} reaches 16 GiB. */
    private static final int UNIT = 8;

    private static final int UNITS_OF_PAGE = PAGE / UNIT;
    /** Mark and length. */
    private static final int HEAD = 4;

    private final List<byte[]> pages = new ArrayList<>();
    private int filled = PAGE;
    private byte[] entry = new byte[256];
    private int length;

    /** Begins an entry; its values follow. */
    PackedEntries begin() {
        length = HEAD;
        return this;
    }

    PackedEntries text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        room(bytes.length);
        System.arraycopy(bytes, 0, entry, length, bytes.length);
        length += bytes.length;
        return this;
    }

    /** Small ones of either sign take a byte. */
    PackedEntries number(long value) {
        room(10);
        long left = value << 1 ^ value >> 63;
        while ((left & ~0x7FL) != 0) {
            entry[length++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        entry[length++] = (byte) left;
        return this;
    }

    private void room(int bytes) {
        if (entry.length - length < bytes) {
            entry = Arrays.copyOf(entry, 2 * entry.length + bytes);
        }
    }

    /**
     * Keeps the entry.
     *
     * @return where it begins
     * @throws IllegalArgumentException when it is longer than a page
     */
    int end() {
        if (length > PAGE) {
            throw new IllegalArgumentException("an entry of " + length + " bytes; " + PAGE + " is the most");
        }
        if (PAGE - filled < length) {
            pages.add(new byte[PAGE]);
            filled = 0;
        }
        entry[0] = 0;
        entry[1] = (byte) (length >>> 16);
        entry[2] = (byte) (length >>> 8);
        entry[3] = (byte) length;
        System.arraycopy(entry, 0, pages.get(pages.size() - 1), filled, length);
        int at = Math.addExact(Math.multiplyExact(pages.size() - 1, UNITS_OF_PAGE), filled / UNIT);
        filled = Math.min(PAGE, filled + (length + UNIT - 1) / UNIT * UNIT);
        return at;
    }

    void mark(int at) {
        pages.get(at / UNITS_OF_PAGE)[at % UNITS_OF_PAGE * UNIT] = 1;
    }

    boolean isMarked(int at) {
        return pages.get(at / UNITS_OF_PAGE)[at % UNITS_OF_PAGE * UNIT] == 1;
    }

    /** Reads the values of an entry in the order in which they were put. */
    Reader read(int at) {
        return new Reader(pages.get(at / UNITS_OF_PAGE), at % UNITS_OF_PAGE * UNIT + HEAD);
    }

    /** Every entry without a mark, in the order in which they were put. */
    void eachUnmarked(Consumer<Reader> each) {
        for (int number = 0; number < pages.size(); number++) {
            byte[] page = pages.get(number);
            int end = number == pages.size() - 1 ? filled : PAGE;
            for (int at = 0; end - at >= HEAD && length(page, at) > 0; ) {
                if (page[at] == 0) {
                    each.accept(new Reader(page, at + HEAD));
                }
                at += (length(page, at) + UNIT - 1) / UNIT * UNIT;
            }
        }
    }

    private static int length(byte[] page, int at) {
        return (page[at + 1] & 0xFF) << 16 | (page[at + 2] & 0xFF) << 8 | page[at + 3] & 0xFF;
    }

    /** One entry while it is read. */
    static final class Reader {
        private final byte[] page;
        private int at;

        private Reader(byte[] page, int at) {
            this.page = page;
            this.at = at;
        }

        String text() {
            int bytes = (int) number();
            at += bytes;
            return new String(page, at - bytes, bytes, StandardCharsets.UTF_8);
        }

        long number() {
            long value = 0;
            int shift = 0;
            byte next;
            do {
                next = page[at++];
                value |= (next & 0x7FL) << shift;
                shift += 7;
            } while (next < 0);
            return value >>> 1 ^ -(value & 1);
        }
    }
}
