package io.qingfen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a server has it: itself and the jar beside it, whose date is always that of the build. */
class StartingFromAServersFolderTest {
    private static final FileTime OF_THE_BUILD = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    /** Does what the launcher asks Java for: unpacks, writes an archive of classes, says what it starts. */
    private static final String JAVA = """
            #!/bin/sh
            for word; do
                case $word in
                    extract) mkdir -p "$6" && cp "$3" "$6/qingfen.jar" ;;
                    -XX:ArchiveClassesAtExit=*) : > "${word#*=}" ;;
                esac
            done
            [ "$1" = -Djarmode=tools ] || printf '<%s>' "$@"
            """;

    @TempDir
    private Path folder;

    private Path opt;

    @BeforeEach
    void install() throws IOException {
        opt = folder.resolve("opt");
        Files.createDirectories(opt.resolve("target"));
        Files.createDirectories(folder.resolve("java/bin"));
        Files.copy(Path.of("qingfen"), folder.resolve("opt/qingfen"));
        Files.writeString(folder.resolve("java/release"), "JAVA_VERSION=\"17.0.1\"\n");
        Path java = Files.writeString(folder.resolve("java/bin/java"), JAVA);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        deliver("one");
    }

    /** As cp -p, tar and packages do: with the date that the jar had. */
    private void deliver(String program) throws IOException {
        Path jar = Files.writeString(folder.resolve("delivered"), program);
        Files.setLastModifiedTime(jar, OF_THE_BUILD);
        Files.move(jar, folder.resolve("opt/target/qingfen.jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void unpacksOnceAndLeavesItAloneWhileItMayBeRunning() throws Exception {
        assertThat(started()).contains("Preparing a quick start").contains("opt/target/qingfen/qingfen.jar><status>");
        Path mark = Files.writeString(folder.resolve("opt/target/qingfen/in-use"), "");

        assertThat(started()).doesNotContain("Preparing").contains("opt/target/qingfen/qingfen.jar><status>");
        assertThat(mark).exists();
    }

    @Test
    void unpacksAnotherProgramThoughItsDateIsTheSame() throws Exception {
        started();
        deliver("two");

        assertThat(started()).contains("Preparing a quick start");
        assertThat(folder.resolve("opt/target/qingfen/qingfen.jar")).hasContent("two");
    }

    @Test
    void startsWithItsKeptClassesFromAFolderWithSpacesInItsName() throws Exception {
        Files.move(folder.resolve("opt"), folder.resolve("our programs"));
        opt = folder.resolve("our programs");
        String target = opt.toRealPath().resolve("target/qingfen").toString();

        for (String said : List.of(started(), started())) {
            assertThat(said)
                    .contains("<-XX:SharedArchiveFile=" + target + "/classes.jsa>")
                    .contains("<" + target + "/qingfen.jar>");
        }
    }

    private String started() throws IOException, InterruptedException {
        ProcessBuilder launcher =
                new ProcessBuilder("sh", opt.resolve("qingfen").toString(), "status");
        launcher.environment().put("JAVA_HOME", folder.resolve("java").toString());
        Process process = launcher.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
