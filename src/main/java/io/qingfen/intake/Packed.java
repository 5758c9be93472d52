package io.qingfen.intake;

/** Up to eight ASCII characters in one long, so that codes compare without a String; empty is 0. */
public final class Packed {
    private Packed() {}

    public static long pack(CharSequence text) {
        long packed = 0;
        for (int i = 0; i < text.length(); i++) {
            packed = packed << 8 | text.charAt(i);
        }
        return packed;
    }

    public static String unpack(long packed) {
        if (packed == 0) {
            return "";
        }
        StringBuilder text = new StringBuilder(8);
        for (int shift = (63 - Long.numberOfLeadingZeros(packed)) / 8 * 8; shift >= 0; shift -= 8) {
            text.append((char) (packed >>> shift & 0xff));
        }
        return text.toString();
    }
}
