package io.qingfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.run.Progress.Report;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {
    private static final Instant START = Instant.parse("2026-03-02T19:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0       | 16        | 2  | 2026-03-02 clear 0/16 records, 00:02",
                "4       | 16        | 8  | 2026-03-02 clear 4/16 records, 0.5/s, about 00:24 left in this step",
                "3100000 | 10000000  | 10 | 2026-03-02 clear 3,100,000/10,000,000 records, 310,000/s, about 00:22 left in this step",
                "16      | 16        | 61 | 2026-03-02 clear 16/16 records, 01:01",
                "7       | 0         | 5  | 2026-03-02 clear 7 records, 00:05",
            })
    void saysHowFarHowFastAndHowLong(long done, long total, int seconds, String text) {
        var step = new ProgressLine.Step(new Report("clear", "records", done, total), START);

        assertThat(ProgressLine.text(LocalDate.of(2026, 3, 2), step, START.plusSeconds(seconds)))
                .isEqualTo(text);
    }

    @Test
    void namesAStepThatHasJustBegunWithItsOwnTime() {
        var before = new ProgressLine.Step(new Report("settleMerchants", "partitions", 200, 200), START);
        var step = before.next(Report.begun("proveBooks"), START.plusSeconds(60));

        assertThat(ProgressLine.text(LocalDate.of(2026, 3, 2), step, START.plusSeconds(65)))
                .isEqualTo("2026-03-02 proveBooks, 00:05");
    }
}
