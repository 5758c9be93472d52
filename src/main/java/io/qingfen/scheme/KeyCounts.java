package io.qingfen.scheme;

import java.util.Arrays;

/**
 * How many of each kind have a key, and where the only one lies: an open-addressing table of 64-bit keys. Two texts may
 * share a key; who asks compares what he finds. Counts end at {@link #MANY}.
 */
final class KeyCounts {
    /** This many or more. */
    static final int MANY = 3;

    /** What may have a key. */
    enum Kind {
        OWN,
        RECORD,
        FEE,
        /** A reversal that names what it undoes by this key. */
        UNDOING;

        private int shift() {
            return 2 * ordinal();
        }
    }

    /** Parts grow one by one, so that growing never needs twice the room of all. */
    private static final int PARTS = 64;

    private final Part[] parts = new Part[PARTS];

    KeyCounts() {
        Arrays.setAll(parts, number -> new Part());
    }

    /** A key of texts; the space keeps equal texts of different meaning apart. */
    static long key(char space, String one, String other) {
        long mixed = mix(mix(space, one) * 31 + 1, other);
        mixed = (mixed ^ mixed >>> 33) * 0xFF51_AFD7_ED55_8CCDL;
        return mixed ^ mixed >>> 29;
    }

    private static long mix(long begin, String text) {
        long mixed = begin;
        for (int i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * 0x9E37_79B9_7F4A_7C15L;
            mixed ^= mixed >>> 31;
        }
        return mixed;
    }

    void add(Kind kind, long key, int times) {
        part(key).add(kind, key, times);
    }

    /** Adds one, and where it lies. */
    void put(Kind kind, long key, int place) {
        part(key).put(kind, key, place);
    }

    int count(Kind kind, long key) {
        return part(key).count(kind, key);
    }

    /** Where the last one of OWN or FEE was put; only asked where one was. */
    int place(Kind kind, long key) {
        return part(key).place(kind, key);
    }

    private Part part(long key) {
        return parts[(int) (key >>> 58)];
    }

    /** One of the tables; a slot whose counts are 0 is empty. */
    private static final class Part {
        private long[] keys = new long[16];
        private byte[] counts = new byte[16];
        private int[] own = new int[16];
        private int[] fees;
        private int used;

        void add(Kind kind, long key, int times) {
            int slot = made(key);
            int now = counts[slot] >> kind.shift() & MANY;
            int then = Math.min(MANY, now + times);
            counts[slot] += (byte) (then - now << kind.shift());
        }

        void put(Kind kind, long key, int place) {
            add(kind, key, 1);
            if (kind == Kind.FEE && fees == null) {
                fees = new int[keys.length];
            }
            (kind == Kind.FEE ? fees : own)[slot(key)] = place;
        }

        int count(Kind kind, long key) {
            return counts[slot(key)] >> kind.shift() & MANY;
        }

        int place(Kind kind, long key) {
            return (kind == Kind.FEE ? fees : own)[slot(key)];
        }

        /** Of this key, or the empty one where it would be. */
        private int slot(long key) {
            int slot = (int) key & keys.length - 1;
            while (counts[slot] != 0 && keys[slot] != key) {
                slot = slot + 1 & keys.length - 1;
            }
            return slot;
        }

        private int made(long key) {
            int slot = slot(key);
            if (counts[slot] != 0) {
                return slot;
            }
            if (used >= keys.length / 8 * 5) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
            used++;
            return slot;
        }

        private void grow() {
            Part old = new Part();
            old.keys = keys;
            old.counts = counts;
            old.own = own;
            old.fees = fees;
            int size = keys.length * 2;
            keys = new long[size];
            counts = new byte[size];
            own = new int[size];
            fees = fees == null ? null : new int[size];
            for (int from = 0; from < old.keys.length; from++) {
                if (old.counts[from] != 0) {
                    move(old, from, slot(old.keys[from]));
                }
            }
        }

        private void move(Part old, int from, int to) {
            keys[to] = old.keys[from];
            counts[to] = old.counts[from];
            own[to] = old.own[from];
            if (fees != null) {
                fees[to] = old.fees[from];
            }
        }
    }
}
