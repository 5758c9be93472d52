package io.qingfen.serve.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.schedule.JobStates;
import io.qingfen.scheme.SchemeReconciliation;
import io.qingfen.scheme.SchemeReconciliation.Compared;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparingSchemesWhenDueTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);
    private final SchemeReconciliation schemes = mock(SchemeReconciliation.class);
    private final SchemesDuty duty = new SchemesDuty(schemes, mock(JobStates.class));

    /** A source that was stopped is no success that nobody hears of; the dates after it have their turn all the same. */
    @Test
    void aSourceThatIsStoppedFailsTheJobAfterEveryDateHadItsTurn() {
        when(schemes.due()).thenReturn(List.of(MONDAY, TUESDAY));
        when(schemes.compare(eq(MONDAY), any())).thenReturn(compared(MONDAY, List.of("files of unionpay: too many")));
        when(schemes.compare(eq(TUESDAY), any())).thenReturn(compared(TUESDAY, List.of()));
        assertThatThrownBy(() -> duty.run(null, null))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.REFUSED))
                .hasMessage("files of unionpay: too many");
        verify(schemes).compare(eq(TUESDAY), any());
    }

    @Test
    void whatWaitsIsToldAndFailsNothing() {
        when(schemes.due()).thenReturn(List.of(TUESDAY));
        when(schemes.compare(eq(TUESDAY), any())).thenReturn(compared(TUESDAY, List.of()));
        assertThat(duty.run(null, null)).containsExactly("2026-03-03: wechat waits for its files");
    }

    private static Compared compared(LocalDate date, List<String> stopped) {
        return new Compared(
                date, List.of(), List.of("wechat"), List.of(), stopped, List.of(), List.of(), List.of(), null);
    }
}
