package io.qingfen.reference;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Finds the position of an id in a list of distinct ids: one open-addressing table of int, 8 to 16 bytes an entry. */
public final class IdIndex {
    private static final int FREE = -1;
    private final int[] slots;
    private final IntFunction<String> idOf;

    /** @param idOf the id at a position, 0 to size - 1 */
    public IdIndex(int size, IntFunction<String> idOf) {
        this.slots = new int[Integer.highestOneBit(Math.max(1, size)) << 2];
        this.idOf = idOf;
        Arrays.fill(slots, FREE);
        for (int position = 0; position < size; position++) {
            slots[slotOf(idOf.apply(position))] = position;
        }
    }

    /** The position of this id, or -1. */
    public int find(String id) {
        return slots[slotOf(id)];
    }

    private int slotOf(String id) {
        int hash = id.hashCode() * 0x9E3779B9;
        int slot = (hash ^ hash >>> 16) & slots.length - 1;
        while (slots[slot] != FREE && !idOf.apply(slots[slot]).equals(id)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdIndex && Arrays.equals(slots, ((IdIndex) other).slots);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(slots);
    }
}
