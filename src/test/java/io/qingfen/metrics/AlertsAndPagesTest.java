package io.qingfen.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.run.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AlertsAndPagesTest {
    private static final Path RULES = Path.of("ops/prometheus/qingfen.rules.yml");
    private static final Path RULE_TESTS = Path.of("ops/prometheus/qingfen.rules.test.yml");
    private static final Path DASHBOARD = Path.of("ops/grafana/qingfen.json");
    private static final Path PAGES = Path.of("docs/runbooks");
    private static final Set<String> EXPOSED =
            Arrays.stream(Metric.values()).map(Metric::exposed).collect(Collectors.toSet());

    @ParameterizedTest
    @ValueSource(strings = {"ops/prometheus/qingfen.rules.yml", "ops/prometheus/qingfen.rules.test.yml"})
    void alertsNameOnlyMetricsThatAreExposed(String file) throws IOException {
        assertThat(EXPOSED).containsAll(metrics(Files.readString(Path.of(file))));
    }

    @Test
    void theDashboardNamesOnlyMetricsThatAreExposed() throws IOException {
        JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(DASHBOARD));
        Set<String> named = new TreeSet<>();
        dashboard
                .get("panels")
                .forEach(panel -> panel.get("targets")
                        .forEach(target ->
                                named.addAll(metrics(target.get("expr").asString()))));

        assertThat(named).hasSizeGreaterThan(15);
        assertThat(EXPOSED).containsAll(named);
    }

    @Test
    void labelsOfAlertsAreThoseOfTheMetric() throws IOException {
        Matcher selectors = Pattern.compile("(qingfen_[a-z_]+)\\{([^}]*)}").matcher(Files.readString(RULES));
        while (selectors.find()) {
            String name = selectors.group(1);
            Metric metric = Arrays.stream(Metric.values())
                    .filter(one -> one.exposed().equals(name))
                    .findFirst()
                    .orElseThrow();
            for (String selector : selectors.group(2).split(",")) {
                assertThat(metric.labels()).as(name).contains(selector.split("=")[0]);
            }
        }
    }

    @Test
    void everyAlertIsTestedAndHasItsPage() throws IOException {
        Set<String> alerts = all("- alert: (\\w+)", Files.readString(RULES));
        assertThat(alerts).hasSizeGreaterThan(10);
        assertThat(all("alertname: (\\w+)", Files.readString(RULE_TESTS))).isEqualTo(alerts);
        assertThat(all("runbook: docs/runbooks/(\\w+)\\.md", Files.readString(RULES)))
                .isEqualTo(alerts);
        for (String alert : alerts) {
            assertThat(Files.readString(PAGES.resolve(alert + ".md")))
                    .startsWith("# " + alert + "\n")
                    .contains("**What it means.**", "**What is safe.**", "**What to type.**", "qingfen ");
        }
    }

    @Test
    void everyPageBelongsToAnAlertAndIsListed() throws IOException {
        Set<String> alerts = all("- alert: (\\w+)", Files.readString(RULES));
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", ""))
                            .filter(name -> !name.equals("README") && !name.equals("exit-codes")))
                    .containsExactlyInAnyOrderElementsOf(alerts);
        }
        assertThat(all("\\]\\((Qingfen\\w+)\\.md\\)", Files.readString(PAGES.resolve("README.md"))))
                .isEqualTo(alerts);
    }

    @Test
    void everyExitCodeHasItsSection() throws IOException {
        Set<String> expected = Arrays.stream(Exit.values())
                .map(exit -> exit.code() + " " + exit.name())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(all("(?m)^## (.*)$", Files.readString(PAGES.resolve("exit-codes.md"))))
                .isEqualTo(expected);
    }

    private static Set<String> metrics(String text) {
        Set<String> names = all("\\b(qingfen_[a-z_]+)\\b", text);
        assertThat(names).isNotEmpty();
        return names;
    }

    private static Set<String> all(String regex, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(regex).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
