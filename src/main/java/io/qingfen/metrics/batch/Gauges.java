package io.qingfen.metrics.batch;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.qingfen.metrics.Figure;
import io.qingfen.metrics.Figures;
import io.qingfen.metrics.Metric;
import io.qingfen.run.Home;
import io.qingfen.run.OnlyServing;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Figures as Prometheus reads them; the books are asked every fifteen seconds at most, however often it asks. */
@Component
@OnlyServing
class Gauges {
    private static final Logger LOG = LoggerFactory.getLogger(Gauges.class);
    private static final long FRESH_NANOS = 15_000_000_000L;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Metric, MultiGauge> gauges = new EnumMap<>(Metric.class);
    private final Map<Metric, Number> counters = new EnumMap<>(Metric.class);
    private final Figures figures;
    private final Home home;
    private final LongSupplier nanos;
    private long readAt;
    private boolean read;

    @Autowired
    Gauges(Figures figures, Home home) {
        this(figures, home, System::nanoTime);
    }

    Gauges(Figures figures, Home home, LongSupplier nanos) {
        this.figures = figures;
        this.home = home;
        this.nanos = nanos;
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        for (Metric metric : Metric.values()) {
            register(metric);
        }
    }

    private void register(Metric metric) {
        if (metric.isCounter()) {
            counters.put(metric, 0);
            FunctionCounter.builder(
                            metric.dotted(), counters, all -> all.get(metric).doubleValue())
                    .description(metric.help())
                    .register(registry);
        } else {
            gauges.put(
                    metric,
                    MultiGauge.builder(metric.dotted())
                            .description(metric.help())
                            .register(registry));
        }
    }

    /** The text that Prometheus reads. */
    synchronized String text() {
        if (!read || nanos.getAsLong() - readAt >= FRESH_NANOS) {
            show(current());
            read = true;
            readAt = nanos.getAsLong();
        }
        return registry.scrape();
    }

    /** Without books their figures are absent, not old: an alert on absence must see it. */
    private List<Figure> current() {
        List<Figure> current = new ArrayList<>();
        try {
            current.addAll(figures.read());
            current.add(new Figure(Metric.BOOKS_UP, Map.of(), 1));
        } catch (DataAccessException away) {
            LOG.warn("metrics: the books do not answer: {}", away.getMessage());
            current.clear();
            current.add(new Figure(Metric.BOOKS_UP, Map.of(), 0));
        }
        try {
            FileStore disk = Files.getFileStore(home.root());
            current.add(new Figure(Metric.DISK_FREE_BYTES, Map.of(), disk.getUsableSpace()));
            current.add(new Figure(Metric.DISK_SIZE_BYTES, Map.of(), disk.getTotalSpace()));
        } catch (IOException unknown) {
            LOG.warn("metrics: the disk of the home is not known: {}", unknown.getMessage());
        }
        return current;
    }

    private void show(List<Figure> current) {
        gauges.forEach((metric, gauge) -> gauge.register(
                current.stream()
                        .filter(figure -> figure.metric() == metric)
                        .<Row<?>>map(Gauges::row)
                        .toList(),
                true));
        current.stream()
                .filter(figure -> figure.metric().isCounter())
                .forEach(figure -> counters.put(figure.metric(), figure.value()));
    }

    private static Row<?> row(Figure figure) {
        Tags tags = Tags.empty();
        for (Map.Entry<String, String> label : figure.labels().entrySet()) {
            tags = tags.and(label.getKey(), label.getValue());
        }
        return Row.of(tags, figure.value());
    }
}
