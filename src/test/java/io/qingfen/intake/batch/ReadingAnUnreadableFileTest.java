package io.qingfen.intake.batch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingfen.intake.InputName;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingAnUnreadableFileTest {
    /** A regular file whose first byte nobody may read, not even root. */
    private static final Path UNREADABLE = Path.of("/proc/self/mem");

    @Test
    void namesTheFileAndWhatToDo() {
        assumeTrue(Files.isRegularFile(UNREADABLE));
        Inbox.Taken taken = new Inbox.Taken(
                UNREADABLE, InputName.of("authorizations_20260302_01.csv").orElseThrow());
        RunContext run = new RunContext(LocalDate.of(2026, 3, 2), new Home(Path.of("home")), 1, 1);

        assertThatThrownBy(() -> FileScans.of(run, List.of(taken)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("/proc/self/mem: cannot be read", "qingfen restart");
    }
}
