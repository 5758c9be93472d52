package io.qingfen.console;

import java.util.List;
import java.util.function.Function;

/**
 * Rows of a long list, and where the next page begins.
 *
 * @param next key of the last row; null when nothing follows
 */
record PageOf<T>(List<T> rows, String next) {
    /** @param found one row more than a page has when more follow */
    static <T> PageOf<T> of(List<T> found, int most, Function<T, Object> key) {
        return found.size() <= most
                ? new PageOf<>(found, null)
                : new PageOf<>(
                        found.subList(0, most), key.apply(found.get(most - 1)).toString());
    }
}
