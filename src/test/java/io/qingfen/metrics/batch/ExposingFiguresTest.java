package io.qingfen.metrics.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.metrics.Figure;
import io.qingfen.metrics.Figures;
import io.qingfen.metrics.Metric;
import io.qingfen.run.Home;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;

class ExposingFiguresTest {
    private static final Set<String> CLOSED_SETS = Set.of("job", "state", "stage", "measure", "currency", "kind");
    private static final Pattern LINE = Pattern.compile("(qingfen_[a-z_]+)(?:\\{(.*)})? (\\S+)");

    @TempDir
    private Path root;

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void everyMetricHasItsNameAndItsLabelsAndNoOthers() {
        String text = gauges(ExposingFiguresTest::oneOfEach).text();

        Map<String, Set<String>> seen = new TreeMap<>();
        text.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> seen.put(line.group(1), labels(line.group(2))));
        Map<String, Set<String>> expected = Arrays.stream(Metric.values())
                .collect(Collectors.toMap(Metric::exposed, metric -> new TreeSet<>(metric.labels())));
        assertThat(seen).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void labelsAreOfClosedSets() {
        assertThat(Metric.values()).allSatisfy(metric -> assertThat(CLOSED_SETS).containsAll(metric.labels()));
    }

    @Test
    void theBooksAreAskedRarely() {
        AtomicInteger asked = new AtomicInteger();
        Gauges gauges = gauges(() -> {
            asked.incrementAndGet();
            return List.of();
        });

        gauges.text();
        nanos.set(14_999_999_999L);
        gauges.text();
        assertThat(asked).hasValue(1);
        nanos.set(15_000_000_000L);
        gauges.text();
        assertThat(asked).hasValue(2);
    }

    @Test
    void withoutBooksTheirFiguresAreAbsentAndNotOld() {
        AtomicInteger asked = new AtomicInteger();
        Gauges gauges = gauges(() -> {
            if (asked.incrementAndGet() > 1) {
                throw new DataAccessResourceFailureException("away");
            }
            return oneOfEach();
        });
        assertThat(gauges.text()).contains("qingfen_books_up 1.0", "qingfen_backlog_dates 7.0");

        nanos.set(20_000_000_000L);

        assertThat(gauges.text())
                .contains("qingfen_books_up 0.0", "qingfen_disk_free_bytes ", "qingfen_proofs_failed_total 7.0")
                .doesNotContain("qingfen_backlog_dates 7.0", "qingfen_job_last_success_timestamp_seconds{");
    }

    private Gauges gauges(Figures figures) {
        return new Gauges(figures, new Home(root), nanos::get);
    }

    private static List<Figure> oneOfEach() {
        List<Figure> figures = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            boolean own = metric == Metric.BOOKS_UP || metric.name().startsWith("DISK_");
            if (!own) {
                figures.add(new Figure(
                        metric, metric.labels().stream().collect(Collectors.toMap(label -> label, label -> "one")), 7));
            }
        }
        return figures;
    }

    private static Set<String> labels(String written) {
        Set<String> labels = new TreeSet<>();
        if (written != null) {
            Arrays.stream(written.split(",")).forEach(label -> labels.add(label.substring(0, label.indexOf('='))));
        }
        return labels;
    }
}
