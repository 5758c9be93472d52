package io.qingfen.scheme;

/** EBCDIC, code page 500: letters, digits and signs; everything else is 0. */
final class Ebcdic {
    /** By byte. Written out, since small runtimes lack the charset. */
    static final char[] CHARACTERS = new char[256];

    static {
        put(0x40, " ");
        put(0x4b, ".<(+!&");
        put(0x5a, "]$*);^-/");
        put(0x6b, ",%_>?");
        put(0x79, "`:#@'=\"");
        put(0x81, "abcdefghi");
        put(0x91, "jklmnopqr");
        put(0xa1, "~stuvwxyz");
        put(0xc0, "{ABCDEFGHI");
        put(0xd0, "}JKLMNOPQR");
        put(0xe0, "\\");
        put(0xe2, "STUVWXYZ");
        put(0xf0, "0123456789");
        put(0x4a, "[");
        put(0xbb, "|");
    }

    private Ebcdic() {}

    private static void put(int from, String text) {
        for (int i = 0; i < text.length(); i++) {
            CHARACTERS[from + i] = text.charAt(i);
        }
    }
}
