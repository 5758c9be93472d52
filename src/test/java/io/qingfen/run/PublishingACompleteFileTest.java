package io.qingfen.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingACompleteFileTest {
    @TempDir
    Path home;

    @Test
    void showsTheNameOnlyWhenTheFileIsComplete() throws IOException {
        Path path = home.resolve("outbox/2026-02-12/cases.csv");
        try (CompleteFile file = CompleteFile.create(path)) {
            file.write("abc".getBytes());
            assertThat(path).doesNotExist();
            CompleteFile.Published published = file.publish();
            assertThat(published.bytes()).isEqualTo(3);
            assertThat(published.sha256())
                    .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        }
        assertThat(path).hasContent("abc");
        assertThat(path.resolveSibling("cases.csv.part")).doesNotExist();
    }

    @Test
    void leavesTheOldFileWhenTheNewOneFails() throws IOException {
        Path path = home.resolve("cases.csv");
        CompleteFile.of(path, "old".getBytes());
        try (CompleteFile file = CompleteFile.create(path)) {
            file.write("new".getBytes());
        }
        assertThat(path).hasContent("old");
        try (var files = Files.list(home)) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void replacesAnOlderFile() throws IOException {
        Path path = home.resolve("cases.csv");
        CompleteFile.of(path, "old".getBytes());
        CompleteFile.of(path, "new".getBytes());
        assertThat(path).hasContent("new");
    }
}
