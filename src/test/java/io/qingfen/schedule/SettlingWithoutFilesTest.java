package io.qingfen.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;

class SettlingWithoutFilesTest {
    private static final Actor MEI = new Actor("mei");
    private final Audit audit = mock(Audit.class);
    private final FileGate gate = new FileGate(
            null,
            Clock.fixed(Instant.parse("2026-03-02T09:59:59Z"), ZoneOffset.UTC),
            audit,
            mock(PlatformTransactionManager.class));

    @Test
    void isAuditedForADateThatHasBegunAnywhere() {
        gate.open(MEI, LocalDate.of(2026, 3, 2), "terminals are off", List.of());

        verify(audit).record(eq(MEI), eq("run.incomplete"), eq("2026-03-02"), any());
    }

    /** A mistyped year in {@code --until} would settle every date up to it, empty. */
    @Test
    void isRefusedForADateThatHasBegunNowhere() {
        assertThatThrownBy(() -> gate.open(MEI, LocalDate.of(2026, 3, 3), "terminals are off", List.of()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.REFUSED))
                .hasMessageContaining("business date 2026-03-03 has not begun anywhere (it is 2026-03-02)");
        verifyNoInteractions(audit);
    }
}
