package io.qingfen.reference.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.calendar.BusinessCalendar;
import io.qingfen.calendar.MissingCalendarYear;
import io.qingfen.calendar.SettlementCycle;
import io.qingfen.reference.ResponseCode;
import io.qingfen.run.FileProblems;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calendar and the response codes that come with the program. */
class ShippedReferenceDataTest {
    private final FileProblems problems = new FileProblems();
    private final BusinessCalendar china = calendar();

    @ParameterizedTest(name = "T1 of {0} is {1}")
    @CsvSource({
        "2026-02-13, 2026-02-14", // Saturday, worked to make up for Spring Festival
        "2026-02-14, 2026-02-24",
        "2026-04-03, 2026-04-07",
        "2026-05-08, 2026-05-09",
        "2025-09-30, 2025-10-09",
        "2018-04-04, 2018-04-08", // Sunday, worked
        "2024-09-30, 2024-10-08",
        "2026-03-02, 2026-03-03",
        "2026-03-06, 2026-03-09"
    })
    void paysTheNextWorkingDayInChina(LocalDate businessDate, LocalDate valueDate) {
        assertThat(SettlementCycle.T1.valueDate(businessDate, china)).isEqualTo(valueDate);
    }

    @Test
    void refusesTheLastDayBeforeAYearThatIsNotListed() {
        assertThatThrownBy(() -> SettlementCycle.T1.valueDate(LocalDate.of(2026, 12, 31), china))
                .isInstanceOf(MissingCalendarYear.class)
                .hasMessageContaining("2027");
    }

    @Test
    void listsFourYears() {
        assertThat(china.country()).isEqualTo("CN");
        assertThat(china.years()).containsExactlyInAnyOrder(2018, 2024, 2025, 2026);
    }

    @Test
    void explainsEveryResponseCodeInBothLanguages() throws IOException {
        Map<String, ResponseCode> codes = ResponseCodesFile.read(shipped(), problems);

        assertThat(problems.problems()).isEmpty();
        assertThat(problems.warnings()).isEmpty();
        assertThat(codes).hasSize(83);
        assertThat(codes.values()).allSatisfy(code -> {
            assertThat(code.suggestedActionZh()).isNotBlank();
            assertThat(code.suggestedActionEn()).isNotBlank().matches("\\p{ASCII}+");
            assertThat(code.reasonZh().isEmpty()).isEqualTo(code.reasonEn().isEmpty());
            assertThat(code.category().isEmpty()).isEqualTo(code.reasonEn().isEmpty());
        });
    }

    private BusinessCalendar calendar() {
        try {
            return CalendarFile.read(shipped(), problems).orElseThrow();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static ReferenceFiles shipped() {
        return name -> {
            String resource = name.equals(ReferenceFiles.CALENDAR) ? "reference/calendar-cn.yml" : name;
            InputStream bytes = ShippedReferenceDataTest.class.getClassLoader().getResourceAsStream(resource);
            return Optional.ofNullable(bytes);
        };
    }
}
