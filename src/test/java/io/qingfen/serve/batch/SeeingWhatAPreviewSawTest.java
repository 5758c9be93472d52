package io.qingfen.serve.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.qingfen.run.FileStamp;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import io.qingfen.serve.batch.LyingHere.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A date is run again with the files that its preview saw. */
class SeeingWhatAPreviewSawTest {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 3);
    private static final String OTHERS = "are others than those that the preview saw";
    private static final int LONGER_THAN_A_TICK_MILLIS = 30;

    @TempDir
    private Path folder;

    private Home home;
    private Path late;

    private interface Change {
        void happen() throws IOException;
    }

    @BeforeEach
    void fill() throws IOException {
        home = new Home(folder.resolve("home"));
        late = Files.createDirectories(home.inbox()).resolve("authorizations_20260303_02.csv");
        Files.writeString(late, "45.00\n");
        Files.createDirectories(home.reference().resolve("scheme-formats"));
        Files.writeString(home.reference().resolve("scheme-formats/bank.yml"), "cells: 4\n");
        Files.writeString(folder.resolve("plans-1.yml"), "rate: 38\n");
        Files.writeString(folder.resolve("plans-2.yml"), "rate: 60\n");
        Files.createSymbolicLink(home.reference().resolve("fee-plans.yml"), folder.resolve("plans-1.yml"));
        Files.createDirectory(home.root().resolve("jobs"));
    }

    @Test
    void whatNobodyTouchedIsTheSame() {
        LyingHere seen = LyingHere.in(home, DATE);
        assertThat(seen.entries())
                .containsOnlyKeys(
                        "inbox/authorizations_20260303_02.csv",
                        "reference/fee-plans.yml",
                        "reference/scheme-formats/bank.yml");
        seen.requireStill(home, DATE);
    }

    @Test
    void everyChangeIsAnother() throws Exception {
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put("a file comes", () -> Files.writeString(home.inbox().resolve("new.csv"), ""));
        changes.put("another with the same size and time", () -> replaced(late));
        changes.put("other bytes with the same size and time", () -> rewritten(late));
        changes.put("a file becomes a folder", () -> {
            Files.delete(late);
            Files.createDirectory(late);
        });
        changes.put("it goes", () -> Files.delete(late));
        changes.put("a link to nowhere comes", () -> Files.createSymbolicLink(late, folder.resolve("nowhere")));
        changes.put("a described format", () -> rewritten(home.reference().resolve("scheme-formats/bank.yml")));
        changes.put("what is behind a link", () -> rewritten(folder.resolve("plans-1.yml")));
        changes.put("where a link leads", () -> {
            Files.delete(home.reference().resolve("fee-plans.yml"));
            Files.createSymbolicLink(home.reference().resolve("fee-plans.yml"), folder.resolve("plans-2.yml"));
        });
        changes.put("a job's definition", () -> Files.writeString(home.root().resolve("jobs/nightly.yml"), "steps:\n"));
        changes.put("the reference data go", () -> Files.move(home.reference(), folder.resolve("elsewhere")));
        changes.put("and come back as a link", () -> {
            Files.createDirectory(folder.resolve("behind"));
            Files.writeString(folder.resolve("behind/fee-plans.yml"), "rate: 38\n");
            Files.createSymbolicLink(home.reference(), folder.resolve("behind"));
        });
        changes.put("a file behind a folder's link", () -> rewritten(folder.resolve("behind/fee-plans.yml")));

        int refused = 0;
        for (Map.Entry<String, Change> change : changes.entrySet()) {
            LyingHere seen = LyingHere.in(home, DATE);
            Thread.sleep(LONGER_THAN_A_TICK_MILLIS);
            change.getValue().happen();
            assertThatThrownBy(() -> seen.requireStill(home, DATE))
                    .as(change.getKey())
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(OTHERS);
            refused++;
        }
        assertThat(refused).isEqualTo(13);
    }

    /** As people do who want nobody to see it. */
    private static void rewritten(Path file) throws IOException {
        FileStamp before = FileStamp.of(file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[0]++;
        Files.write(file, bytes, StandardOpenOption.WRITE);
        Files.setLastModifiedTime(file, before.written());
        assertThat(FileStamp.of(file).bytes()).isEqualTo(before.bytes());
        assertThat(FileStamp.of(file).written()).isEqualTo(before.written());
    }

    private void replaced(Path file) throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "54.00\n");
        Files.setLastModifiedTime(other, FileStamp.of(file).written());
        Files.delete(file);
        Files.move(other, file);
    }

    @Test
    void aFileThatVanishesWhileOneLooksIsNotThere() throws IOException {
        LyingHere seen = LyingHere.in(home, DATE);
        Look look = new Look(home.root());
        BasicFileAttributes listed = Files.readAttributes(late, BasicFileAttributes.class);
        Files.delete(late);
        look.visitFile(late, listed);
        look.visitFileFailed(late, new NoSuchFileException(late.toString()));
        look.postVisitDirectory(
                home.inbox(), new NoSuchFileException(home.inbox().toString()));
        assertThat(look.entries()).isEmpty();
        assertThatThrownBy(() -> seen.requireStill(home, DATE)).hasMessageContaining(OTHERS);
    }

    @Test
    void foldersThatAreNotThereAreEmpty() {
        assertThat(LyingHere.in(new Home(folder.resolve("no-home")), DATE).entries())
                .isEmpty();
    }

    /** No file system takes a name of so many letters, whoever asks. */
    @Test
    void whatCannotBeLookedAtIsRefused() {
        Home closed = new Home(folder.resolve("x".repeat(300)));
        assertThatThrownBy(() -> LyingHere.in(closed, DATE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("business date 2026-03-03: files in inbox/ cannot all be looked at (")
                .hasMessageContaining("; let the user of this program read them, then preview it again");
    }

    @Test
    void aFolderThatBecameUnreadableIsNoUnchangedOne() throws IOException {
        Path formats = home.reference().resolve("scheme-formats");
        LyingHere seen = LyingHere.in(home, DATE);
        Files.setPosixFilePermissions(formats, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(formats), "nothing is closed to this user");
            assertThatThrownBy(() -> seen.requireStill(home, DATE))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("files in reference/ cannot all be looked at (" + formats + ")");
        } finally {
            Files.setPosixFilePermissions(formats, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** It is not the night's: lost+found where the inbox is a disk of its own. */
    @Test
    void aFolderInTheInboxKeepsItsContentsToItself() throws IOException {
        Path found = Files.createDirectory(home.inbox().resolve("lost+found"));
        LyingHere seen = LyingHere.in(home, DATE);
        Files.writeString(found.resolve("#12"), "");
        seen.requireStill(home, DATE);
        assertThat(seen.entries()).containsEntry("inbox/lost+found", "folder");
    }
}
