package io.qingfen.intake;

import io.qingfen.reference.Snapshot;
import io.qingfen.reference.Terminal;
import java.util.List;

/** Finds terminals of a snapshot by their packed id: one open-addressing table, read by many threads. */
public final class Terminals {
    private final Snapshot snapshot;
    private final List<Terminal> all;
    private final long[] ids;
    private final int[] numbers;
    private final int mask;

    public Terminals(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.all = snapshot.terminals();
        int slots = Integer.highestOneBit(Math.max(4, all.size())) << 2;
        this.ids = new long[slots];
        this.numbers = new int[slots];
        this.mask = slots - 1;
        all.forEach(terminal -> add(Packed.pack(terminal.id()), terminal.no()));
    }

    private void add(long id, int number) {
        int slot = slotOf(id);
        ids[slot] = id;
        numbers[slot] = number;
    }

    public Snapshot snapshot() {
        return snapshot;
    }

    public int size() {
        return all.size();
    }

    public Terminal get(int number) {
        return all.get(number);
    }

    /** The terminal's number, or -1. */
    int find(long packedId) {
        int slot = slotOf(packedId);
        return ids[slot] == packedId && packedId != 0 ? numbers[slot] : -1;
    }

    /**
     * Why this pair of terminal and merchant cannot be used, or null.
     *
     * @param terminal number from {@link #find}
     * @param merchant column of the merchant id
     */
    RejectReason objection(int terminal, Fields fields, int merchant) {
        if (terminal < 0) {
            return RejectReason.UNKNOWN_TERMINAL;
        }
        if (fields.equals(merchant, all.get(terminal).merchant().id())) {
            return null;
        }
        boolean known = snapshot.merchant(fields.ascii(merchant)) != null;
        return known ? RejectReason.TERMINAL_OF_OTHER_MERCHANT : RejectReason.UNKNOWN_MERCHANT;
    }

    private int slotOf(long id) {
        long hash = id * 0x9E37_79B9_7F4A_7C15L;
        int slot = (int) (hash >>> 33) & mask;
        while (ids[slot] != 0 && ids[slot] != id) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
