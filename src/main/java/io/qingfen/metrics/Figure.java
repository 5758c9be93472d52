package io.qingfen.metrics;

import java.util.Map;

/**
 * One value at one moment.
 *
 * @param labels only of closed sets: job, state, stage, measure, currency, kind; never a merchant, a terminal, a card or
 *     an account, which would be secrets and too many
 */
public record Figure(Metric metric, Map<String, String> labels, Number value) {
    public Figure {
        labels = Map.copyOf(labels);
        if (!labels.keySet().equals(metric.labels())) {
            throw new IllegalArgumentException(metric + " has labels " + metric.labels() + ", not " + labels.keySet());
        }
    }
}
