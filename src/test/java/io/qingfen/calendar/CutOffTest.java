package io.qingfen.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutOffTest {

    @ParameterizedTest(name = "cut-off {0}: {1} belongs to {2}")
    @CsvSource({
        "23:00, 2026-03-02T22:59:59, 2026-03-02",
        "23:00, 2026-03-02T22:59:59.999999999, 2026-03-02",
        "23:00, 2026-03-02T23:00:00, 2026-03-03",
        "23:00, 2026-03-02T23:00:01, 2026-03-03",
        "23:00, 2026-03-02T00:00:00, 2026-03-02",
        "23:00, 2026-02-28T23:00:00, 2026-03-01",
        "23:00, 2024-02-28T23:00:00, 2024-02-29",
        "23:00, 2026-12-31T23:00:00, 2027-01-01",
        "00:00, 2026-03-02T00:00:00, 2026-03-03",
        "00:00, 2026-03-02T23:59:59, 2026-03-03"
    })
    void sendsWhatIsExactlyAtItToTheNextDate(LocalTime time, LocalDateTime moment, LocalDate businessDate) {
        assertThat(new CutOff(time).businessDateOf(moment)).isEqualTo(businessDate);
    }

    @Test
    void endsABusinessDate() {
        CutOff cutOff = new CutOff(LocalTime.of(23, 0));
        LocalDate date = LocalDate.of(2026, 3, 2);

        assertThat(cutOff.endOf(date)).isEqualTo(LocalDateTime.of(2026, 3, 2, 23, 0));
        assertThat(cutOff.businessDateOf(cutOff.endOf(date).minusNanos(1))).isEqualTo(date);
        assertThat(cutOff.businessDateOf(cutOff.endOf(date))).isEqualTo(date.plusDays(1));
    }
}
