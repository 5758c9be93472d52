package io.qingfen.intake;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** Finds the constant of an enum by its name in bytes. */
final class Names<E extends Enum<E>> {
    private static final int SLOTS = 64;
    private final byte[][] names = new byte[SLOTS][];
    private final Object[] constants = new Object[SLOTS];

    Names(Class<E> type, Predicate<E> wanted) {
        for (E constant : type.getEnumConstants()) {
            if (wanted.test(constant)) {
                byte[] name = constant.name().getBytes(StandardCharsets.US_ASCII);
                int slot = slotOf(name, 0, name.length);
                names[slot] = name;
                constants[slot] = constant;
            }
        }
    }

    Names(Class<E> type) {
        this(type, constant -> true);
    }

    /** Null when no constant has this name. */
    @SuppressWarnings("unchecked")
    E find(byte[] bytes, int from, int to) {
        return to == from ? null : (E) constants[slotOf(bytes, from, to)];
    }

    /** Where this name stands, or the free slot where it would. */
    private int slotOf(byte[] bytes, int from, int to) {
        int slot = (to - from) * 7 + bytes[from] * 3 + bytes[to - 1] & SLOTS - 1;
        while (names[slot] != null && !equal(names[slot], bytes, from, to)) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }

    private static boolean equal(byte[] name, byte[] bytes, int from, int to) {
        if (name.length != to - from) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (name[i] != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }
}
