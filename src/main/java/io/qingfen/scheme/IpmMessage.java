package io.qingfen.scheme;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * One message of a Mastercard IPM file: ISO 8583 of 1993 with a bitmap of 16 bytes, text in ASCII or EBCDIC, and private data
 * subelements (PDS: tag of 4 digits, length of 3) in elements 48, 62, 123, 124 and 125. Lengths of elements are those of
 * public parsers.
 */
public final class IpmMessage {
    /** Element and length; negative: so many digits before it say its length. */
    private static final String ELEMENTS =
            "2:-2 3:6 4:12 5:12 6:12 9:8 10:8 12:12 14:4 22:12 23:3 24:3 25:4 26:4 30:24 31:-2"
                    + " 32:-2 33:-2 37:12 38:6 40:3 41:8 42:15 43:-2 48:-3 49:3 50:3 51:3 54:-3 55:-3 62:-3 63:-3 71:8 72:-3 73:6"
                    + " 93:-2 94:-2 95:-2 100:-2 111:-3 123:-3 124:-3 125:-3 127:-3";

    private static final int BITS = 128;
    private static final int TYPE = 4;
    private static final int BODY = TYPE + BITS / 8;
    private static final int TAG = 4;
    private static final int PDS_HEAD = TAG + 3;
    private static final int[] OF_PDS = {48, 62, 123, 124, 125};
    private static final int[] LENGTHS = new int[BITS + 1];

    private final byte[] bytes;
    private final char[] code;
    private final int[] begins = new int[BITS + 1];
    private final int[] ends = new int[BITS + 1];

    static {
        for (String element : ELEMENTS.split(" ")) {
            String[] parts = element.split(":");
            LENGTHS[Integer.parseInt(parts[0])] = Integer.parseInt(parts[1]);
        }
    }

    /**
     * Cuts a message apart.
     *
     * @throws BadRecord when it is shorter or longer than its bitmap says, or has an element whose length nobody knows
     */
    public IpmMessage(byte[] message, boolean ebcdic) {
        bytes = message;
        code = ebcdic ? Ebcdic.CHARACTERS : null;
        if (bytes.length < BODY) {
            throw new BadRecord("the message has " + bytes.length + " bytes, type and bitmap alone have " + BODY);
        }
        if (!has(1)) {
            throw new BadRecord("the message has no second bitmap");
        }
        int at = BODY;
        for (int element = 2; element <= BITS; element++) {
            at = has(element) ? cut(element, at) : at;
        }
        if (at != bytes.length) {
            throw new BadRecord("the message has " + bytes.length + " bytes, its elements have " + at);
        }
    }

    private int cut(int element, int at) {
        int length = LENGTHS[element];
        if (length == 0) {
            throw new BadRecord("element " + element + " is none that docs/SPEC-schemes.md knows the length of");
        }
        int begin = at;
        if (length < 0) {
            begin = at - length;
            requireRoom(element, begin);
            length = (int) digits("the length of element " + element, at, begin);
        }
        requireRoom(element, begin + length);
        begins[element] = begin;
        ends[element] = begin + length;
        return begin + length;
    }

    private void requireRoom(int element, int end) {
        if (end > bytes.length) {
            throw new BadRecord("the message has " + bytes.length + " bytes, element " + element + " ends at " + end);
        }
    }

    /** For example 1240. */
    public String type() {
        return text("the message type", 0, TYPE);
    }

    public boolean has(int element) {
        return (bytes[TYPE + (element - 1) / 8] >> 7 - (element - 1) % 8 & 1) == 1;
    }

    /** An element as it stands, without its length. */
    byte[] bytes(int element) {
        return Arrays.copyOfRange(bytes, begins[element], ends[element]);
    }

    /** Without spaces behind; empty when it is not there. */
    public String text(int element) {
        return has(element) ? text("element " + element, begins[element], ends[element]) : "";
    }

    /** 0 when it is not there. */
    public long number(int element) {
        return has(element) ? digits("element " + element, begins[element], ends[element]) : 0;
    }

    /**
     * Private data subelements by tag, the first of each.
     *
     * @throws BadRecord when they are not tags with their lengths
     */
    public Map<String, String> pds() {
        Map<String, String> found = new HashMap<>();
        for (int element : OF_PDS) {
            if (has(element)) {
                pds(element, found);
            }
        }
        return found;
    }

    private void pds(int element, Map<String, String> found) {
        String where = "a subelement in element " + element;
        int at = begins[element];
        while (at < ends[element]) {
            if (at + PDS_HEAD > ends[element]) {
                throw new BadRecord(where + " is cut");
            }
            digits("the tag of " + where, at, at + TAG);
            String tag = text("the tag of " + where, at, at + TAG);
            int length = (int) digits("the length of " + where, at + TAG, at + PDS_HEAD);
            if (at + PDS_HEAD + length > ends[element]) {
                throw new BadRecord(where + ", " + tag + ", is longer than the element");
            }
            int begin = at + PDS_HEAD;
            at = begin + length;
            if (!found.containsKey(tag)) {
                found.put(tag, text("PDS " + tag, begin, at));
            }
        }
    }

    private long digits(String what, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = character(i) - '0';
            if (digit < 0 || digit > 9 || value > Long.MAX_VALUE / 100) {
                throw new BadRecord(what + " is not a number of digits only");
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private String text(String what, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char character = character(i);
            if (character < ' ' || character >= 0x7f) {
                throw new BadRecord(what + " holds something else than letters, digits and signs");
            }
            text.append(character);
        }
        return text.toString().stripTrailing();
    }

    private char character(int at) {
        int value = bytes[at] & 0xff;
        return code == null ? (char) value : code[value];
    }
}
