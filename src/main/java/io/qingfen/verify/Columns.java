package io.qingfen.verify;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Columns that two sides share; the first are the key, by which both are ordered. A key written {@code #name} is a
 * number; the others are text in the order of its bytes.
 */
public final class Columns {
    /** A cell that says nothing and agrees with everything. */
    public static final String ANY = "\u0000any";

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");
    private final List<String> names;
    private final int[] keys;

    private Columns(List<String> names, int[] keys) {
        this.names = names;
        this.keys = keys;
    }

    /** @param names separated by spaces, the key first */
    public static Columns of(int keys, String names) {
        return new Columns(List.of(names.split(" ")), IntStream.range(0, keys).toArray());
    }

    /** @param key names of the key, in the order in which they sort, spelled as among the names */
    public static Columns keyed(String names, String key) {
        List<String> all = List.of(names.split(" "));
        return new Columns(all, Stream.of(key.split(" ")).mapToInt(all::indexOf).toArray());
    }

    /** The names as the first line of a CSV file. */
    public String header() {
        return String.join(",", names).replace("#", "");
    }

    public int size() {
        return names.size();
    }

    boolean isKey(int index) {
        return IntStream.of(keys).anyMatch(key -> key == index);
    }

    String name(int index) {
        return names.get(index).replace("#", "");
    }

    String key(Row row) {
        StringBuilder key = new StringBuilder();
        for (int i : keys) {
            key.append(key.isEmpty() ? "" : "|").append(row.cell(i));
        }
        return key.toString();
    }

    /** By key: negative when the first comes first. */
    int compare(Row one, Row other) {
        int order = 0;
        for (int at = 0; at < keys.length && order == 0; at++) {
            String a = text(one.cell(keys[at]));
            String b = text(other.cell(keys[at]));
            order = names.get(keys[at]).startsWith("#") ? byNumber(a, b) : byBytes(a, b);
        }
        return order;
    }

    /** What is no number sorts as text, so that a damaged file is a difference and no failure. */
    private static int byNumber(String one, String other) {
        boolean numbers = NUMBER.matcher(one).matches() && NUMBER.matcher(other).matches();
        return numbers ? new BigInteger(one).compareTo(new BigInteger(other)) : byBytes(one, other);
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }

    /** The order of the UTF-8 bytes is that of the code points. */
    static int byBytes(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length()) {
            int a = one.codePointAt(at);
            int b = other.codePointAt(at);
            if (a != b) {
                return Integer.compare(a, b);
            }
            at += Character.charCount(a);
        }
        return Integer.compare(one.length(), other.length());
    }
}
