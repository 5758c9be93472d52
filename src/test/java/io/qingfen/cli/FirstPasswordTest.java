package io.qingfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.run.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstPasswordTest {
    @TempDir
    private Path root;

    @Test
    void isShownToWhoeverWatches() {
        assertThat(new FirstPassword(new Home(root), true).told("seven green tides"))
                .contains("sign in as admin with the password seven green tides");
        assertThat(root).isEmptyDirectory();
    }

    /** The journal of a service is kept, copied and read by many. */
    @Test
    void standsInAFileOfItsOwnerWhereNobodyWatches() throws IOException {
        Path file = root.resolve("first-password");
        Files.writeString(file, "of an earlier try");
        assertThat(new FirstPassword(new Home(root), false).told("seven green tides"))
                .contains(file.toString())
                .doesNotContain("tides");
        assertThat(file).hasContent("seven green tides\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void isShownAllTheSameWhereTheHomeCannotBeWritten() {
        Home gone = new Home(root.resolve("not-there"));
        assertThat(new FirstPassword(gone, false).told("seven green tides")).contains("seven green tides");
    }
}
