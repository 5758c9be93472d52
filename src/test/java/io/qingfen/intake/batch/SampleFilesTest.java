package io.qingfen.intake.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.qingfen.TestDatabase;
import io.qingfen.intake.RejectReason;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The smallest file of every refusal and every reject says exactly what its folder promises. */
class SampleFilesTest {
    private static final Path REFUSALS = Path.of("sample-files/refusals");
    private static final Path REJECTS = Path.of("sample-files/rejects");

    @TempDir
    Path root;

    static List<Path> refusals() throws IOException {
        return folders(REFUSALS);
    }

    static List<Path> rejects() throws IOException {
        return folders(REJECTS);
    }

    private static List<Path> folders(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isRefused(Path folder) throws IOException {
        IntakeNight night = delivered(folder);
        Refusal refusal = catchThrowableOfType(Refusal.class, night::night);

        assertThat(refusal).isNotNull();
        List<String> reasons = refusal.problems().subList(0, refusal.problems().size() - 1);
        assertThat(reasons).containsExactlyElementsOf(expected(folder, reasons));
    }

    @ParameterizedTest
    @MethodSource("rejects")
    void rejectsOneRecord(Path folder) throws IOException {
        IntakeNight night = delivered(folder);
        List<String> rejects = night.night().rejects();

        assertThat(rejects).hasSize(1).containsExactlyElementsOf(expected(folder, rejects));
        assertThat(rejects.get(0)).contains(" " + folder.getFileName() + " ");
    }

    @Test
    void existsForEveryReason() throws IOException {
        assertThat(rejects())
                .extracting(folder -> folder.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(RejectReason.values()).map(Enum::name).toList());
    }

    @Test
    void isExplainedInTheDocument() throws IOException {
        String document = Files.readString(Path.of("docs/REFUSALS.md"));
        for (Path folder :
                Stream.concat(refusals().stream(), rejects().stream()).toList()) {
            assertThat(document).contains("`" + folder.getFileName() + "`");
        }
    }

    /** With {@code -Dqingfen.samples=write} the folders are told what intake says now, to be read before it is kept. */
    private static List<String> expected(Path folder, List<String> actual) throws IOException {
        Path file = folder.resolve("expected.txt");
        if ("write".equals(System.getProperty("qingfen.samples"))) {
            Files.write(file, actual);
        }
        return Files.readAllLines(file);
    }

    private IntakeNight delivered(Path folder) throws IOException {
        IntakeNight night = IntakeNight.on(TestDatabase.H2, root);
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (Files.isDirectory(entry)) {
                    Files.createDirectory(night.home.inbox().resolve(name));
                } else if (!name.equals("expected.txt")) {
                    night.inbox(name, Files.readAllBytes(entry));
                }
            }
        }
        return night;
    }
}
