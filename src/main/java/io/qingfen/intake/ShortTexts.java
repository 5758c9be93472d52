package io.qingfen.intake;

import java.nio.charset.StandardCharsets;

/** Shares the few texts that come again and again (response codes, entry modes) instead of making each anew. */
final class ShortTexts {
    private static final int SLOTS = 256;
    private final long[] keys = new long[SLOTS];
    private final String[] texts = new String[SLOTS];

    String get(byte[] bytes, int from, int length) {
        if (length == 0) {
            return "";
        }
        if (length > 8) {
            return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        long key = Shapes.packed(bytes, from, from + length);
        int slot = (int) (key * 0x9E37_79B9_7F4A_7C15L >>> 56);
        if (keys[slot] != key) {
            keys[slot] = key;
            texts[slot] = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        return texts[slot];
    }
}
