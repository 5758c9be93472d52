package io.qingfen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page that names tests as its proof is only worth as much as the tests that exist. */
class ReliabilityPagesTest {
    private static final Path TESTS = Path.of("src/test/java");
    /** {@code `SomeTest.oneMethod, anotherMethod`}, or only the class. */
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Tests?)(?:\\.([\\w, ]+))?`");

    @ParameterizedTest
    @CsvSource({"docs/RELIABILITY.md, 20", "docs/RELIABILITY-INPUT.md, 40", "docs/BEHAVIOURS.md, 60"})
    void nameOnlyTestsThatExist(Path page, int atLeast) throws IOException {
        Map<String, String> tests = tests();
        List<MatchResult> named =
                NAMED.matcher(Files.readString(page)).results().toList();
        List<String> missing = new ArrayList<>();
        for (MatchResult one : named) {
            String source = tests.getOrDefault(one.group(1), "");
            if (source.isEmpty()) {
                missing.add(one.group(1));
            } else if (one.group(2) != null) {
                Stream.of(one.group(2).split(", "))
                        .filter(method -> !source.contains("void " + method + "("))
                        .forEach(method -> missing.add(one.group(1) + "." + method));
            }
        }
        assertThat(missing).as("%s", page).isEmpty();
        assertThat(named).hasSizeGreaterThanOrEqualTo(atLeast);
    }

    /** Each case has one row: a test, or a dash and the reason. */
    @Test
    void leaveNoCaseOfTheCatalogueOut() throws IOException {
        List<String> cases = new ArrayList<>();
        IntStream.rangeClosed(1, 20).forEach(number -> cases.add("A" + number));
        IntStream.rangeClosed(21, 40).forEach(number -> cases.add("B" + number));
        IntStream.rangeClosed(110, 120).forEach(number -> cases.add("F" + number));
        IntStream.rangeClosed(121, 131).forEach(number -> cases.add("G" + number));
        List<String> found = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("docs/RELIABILITY.md"))) {
            String[] cells = line.split(" *\\| *");
            if (cells.length > 1 && cells[1].matches("[ABFG]\\d+")) {
                found.add(cells[1]);
                assertThat(cells).as(line).hasSize(5);
                assertThat(cells[4].equals("—") || NAMED.matcher(cells[4]).find())
                        .as(line)
                        .isTrue();
            }
        }
        assertThat(found).isEqualTo(cases);
    }

    /** Each behaviour has one row; one that is called done names its test. */
    @Test
    void leaveNoBehaviourOut() throws IOException {
        List<String> found = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("docs/BEHAVIOURS.md"))) {
            String[] cells = line.split(" *\\| *");
            if (cells.length > 1 && cells[1].matches("B\\d+")) {
                found.add(cells[1]);
                assertThat(cells[3]).as(line).isIn("M", "S");
                assertThat(cells[4]).as(line).isIn("done", "partly", "not yet");
                assertThat(!cells[4].equals("done") || NAMED.matcher(cells[5]).find())
                        .as(line)
                        .isTrue();
            }
        }
        assertThat(found)
                .isEqualTo(IntStream.rangeClosed(2, 64)
                        .mapToObj(number -> "B" + number)
                        .toList());
    }

    /** Sources by simple name of the class. */
    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        try (Stream<Path> all = Files.walk(TESTS)) {
            for (Path file :
                    all.filter(path -> path.toString().endsWith(".java")).toList()) {
                tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return tests;
    }
}
