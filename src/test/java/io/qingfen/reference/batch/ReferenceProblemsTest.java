package io.qingfen.reference.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.reference.ReferenceCheck.Report;
import io.qingfen.reference.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One smallest sample per problem: its files replace those of {@code sound}, {@code expected.txt} holds what the check
 * says.
 */
class ReferenceProblemsTest {
    private static final Path SAMPLES = Path.of("sample-files/reference-problems");
    private static final String DATE_LINE = "# business date ";

    @TempDir
    private Path directory;

    @Test
    void theFilesToStartFromAreSound() {
        Report report = new FolderCheck().check(SAMPLES.resolve("sound"), LocalDate.of(2026, 3, 2));

        assertThat(report.problems()).isEmpty();
        assertThat(report.warnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void saysWhatIsWrongAndWhere(String sample) throws IOException {
        Path folder = SAMPLES.resolve(sample);
        List<String> expected = Files.readAllLines(folder.resolve("expected.txt"));
        overlay(folder);

        Report report = new FolderCheck().check(directory, dateOf(expected));

        List<String> said = new ArrayList<>(report.problems());
        report.warnings().forEach(warning -> said.add("warning: " + warning));
        assertThat(said)
                .isEqualTo(
                        expected.stream().filter(line -> !line.startsWith("#")).toList());
    }

    private static Stream<String> samples() throws IOException {
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            return folders
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals("sound"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static LocalDate dateOf(List<String> expected) {
        return expected.stream()
                .filter(line -> line.startsWith(DATE_LINE))
                .map(line -> LocalDate.parse(line.substring(DATE_LINE.length())))
                .findFirst()
                .orElse(LocalDate.of(2026, 3, 2));
    }

    private void overlay(Path folder) throws IOException {
        TestHome.copy(SAMPLES.resolve("sound"), directory);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = directory.resolve(folder.relativize(file));
                Files.write(to, Files.readAllBytes(file));
            }
        }
    }
}
