package io.qingfen.metrics;

import java.util.List;

/** Reads everything at once, in a few queries over sums. */
@FunctionalInterface
public interface Figures {
    List<Figure> read();
}
