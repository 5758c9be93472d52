package io.qingfen.scheme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Columns of a delimited file by the names of its header; the order of columns means nothing. */
public final class Columns {
    private static final int LONGEST_KEY = 40;
    private final Map<String, Integer> places = new HashMap<>();
    private final int count;

    /** @throws BadRecord when a name stands twice */
    public Columns(List<String> header) {
        count = header.size();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).strip();
            if (!name.isEmpty() && places.put(name, i) != null) {
                throw new BadRecord("column " + Decimal.shown(name) + " stands twice in the header");
            }
        }
    }

    public boolean has(String name) {
        return places.containsKey(name);
    }

    /**
     * The first of these names that the header has.
     *
     * @throws BadRecord when it has none
     */
    public String oneOf(String... names) {
        for (String name : names) {
            if (has(name)) {
                return name;
            }
        }
        throw new BadRecord("the header has no column " + String.join(" or ", names));
    }

    /** @throws BadRecord when the row has another number of cells than the header */
    public void requireWidth(List<String> row) {
        if (row.size() != count) {
            throw new BadRecord("the row has " + row.size() + " cells, the header has " + count);
        }
    }

    /**
     * Numbers that records are found by.
     *
     * @throws BadRecord when one is longer than 40 characters or holds anything but printable ASCII
     */
    static void requireKeys(String... keys) {
        for (String key : keys) {
            key(key, LONGEST_KEY);
        }
    }

    /**
     * The number itself.
     *
     * @throws BadRecord when it is longer, or holds anything but printable ASCII
     */
    static String key(String key, int longest) {
        if (!isKey(key, longest)) {
            throw new BadRecord(Decimal.shown(key) + " is no number of an order, a refund, a device or a merchant: at"
                    + " most " + longest + " letters, digits and signs");
        }
        return key;
    }

    static boolean isKey(String key, int longest) {
        return key.length() <= longest && key.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    /** The cell without the spaces around it; empty when the header lacks the column. */
    public String cell(List<String> row, String name) {
        Integer place = places.get(name);
        return place == null ? "" : row.get(place).strip();
    }
}
