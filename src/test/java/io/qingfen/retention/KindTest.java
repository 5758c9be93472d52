package io.qingfen.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.reference.Settings;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class KindTest {
    private static final LocalDate NEWEST = LocalDate.of(2026, 11, 22);
    private static final Settings.Retention USUAL = Settings.Retention.DEFAULTS;

    @Test
    void workingDataOfTheLastNinetyDaysStays() {
        assertThat(Kind.WORKING.last(USUAL, NEWEST)).isEqualTo("2026-08-23");
    }

    @Test
    void booksOfTenYearsStayAndOneDateMoreForItsBalances() {
        assertThat(Kind.BOOKS.last(USUAL, NEWEST)).isEqualTo("2016-11-19");
    }
}
