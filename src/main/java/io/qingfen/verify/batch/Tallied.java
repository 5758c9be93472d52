package io.qingfen.verify.batch;

import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Counts and amounts by name and currency, as the proof itself finds them. */
final class Tallied {
    private final TreeMap<String, long[]> sums = new TreeMap<>();

    void add(String name, String currency, long minor) {
        add(name, currency, 1, minor);
    }

    void add(String name, String currency, long count, long minor) {
        long[] sum = sums.computeIfAbsent(name + "\u0000" + currency, key -> new long[2]);
        sum[0] = Math.addExact(sum[0], count);
        sum[1] = Math.addExact(sum[1], minor);
    }

    long count(String name, String currency) {
        return sums.getOrDefault(name + "\u0000" + currency, new long[2])[0];
    }

    /** name, currency, count, amount; in the order of names, nothing for what is zero. */
    Rows rows() {
        List<Row> rows = new ArrayList<>();
        sums.forEach((key, sum) -> {
            if (sum[0] != 0 || sum[1] != 0) {
                int cut = key.indexOf('\u0000');
                rows.add(new Row("archived files and tables", new String[] {
                    key.substring(0, cut), key.substring(cut + 1), Long.toString(sum[0]), Long.toString(sum[1])
                }));
            }
        });
        return Rows.of(rows);
    }
}
