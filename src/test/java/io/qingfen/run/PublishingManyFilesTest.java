package io.qingfen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.run.CompleteFile.Published;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingManyFilesTest {
    @TempDir
    Path home;

    @Test
    void showsNoNameBeforeEveryFileIsOnDisk() throws IOException {
        Path folder = home.resolve("outbox/2026-02-12/statements");
        try (CompleteFiles files = CompleteFiles.in(folder)) {
            Published first = files.add("M0.csv", "abc".getBytes());
            for (int number = 1; number < 200; number++) {
                files.add("M" + number + ".csv", ("statement " + number).getBytes());
            }
            assertThat(names(folder)).hasSize(200).allMatch(name -> name.endsWith(".csv.part"));
            files.publish();
            assertThat(first.path()).isEqualTo(folder.resolve("M0.csv"));
            assertThat(first.bytes()).isEqualTo(3);
            assertThat(first.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        }
        assertThat(names(folder))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 200)
                        .mapToObj(number -> "M" + number + ".csv")
                        .toList());
        assertThat(folder.resolve("M7.csv")).hasContent("statement 7");
    }

    @Test
    void leavesOlderFilesAndNothingElseWhenItIsNotPublished() throws IOException {
        CompleteFile.of(home.resolve("M1.csv"), "old".getBytes());
        try (CompleteFiles files = CompleteFiles.in(home)) {
            files.add("M1.csv", "new".getBytes());
            files.add("M2.csv", "new".getBytes());
        }
        assertThat(names(home)).containsExactly("M1.csv");
        assertThat(home.resolve("M1.csv")).hasContent("old");
    }

    @Test
    void replacesOlderFilesAndTakesMoreAfterwards() throws IOException {
        CompleteFile.of(home.resolve("M1.csv"), "old".getBytes());
        try (CompleteFiles files = CompleteFiles.in(home)) {
            files.add("M1.csv", "new".getBytes());
            files.publish();
            files.add("M2.csv", "more".getBytes());
            files.publish();
        }
        assertThat(home.resolve("M1.csv")).hasContent("new");
        assertThat(home.resolve("M2.csv")).hasContent("more");
    }

    @Test
    void givesNoFileANameWhenOneCannotBeForcedToDisk() throws IOException {
        try (CompleteFiles files = CompleteFiles.in(home)) {
            files.add("M1.csv", "one".getBytes());
            files.add("M2.csv", "two".getBytes());
            Files.delete(home.resolve("M2.csv.part"));
            assertThatThrownBy(files::publish).isInstanceOf(NoSuchFileException.class);
        }
        assertThat(names(home)).isEmpty();
    }

    @Test
    void makesNoFolderForNoFile() throws IOException {
        try (CompleteFiles files = CompleteFiles.in(home.resolve("statements"))) {
            files.publish();
        }
        assertThat(names(home)).isEmpty();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
