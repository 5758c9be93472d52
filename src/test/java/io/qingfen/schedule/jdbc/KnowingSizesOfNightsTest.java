package io.qingfen.schedule.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.schedule.NightSize;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnBothDatabases
class KnowingSizesOfNightsTest {
    private static final LocalDate MON = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUE = MON.plusDays(1);
    private static final LocalDate WED = MON.plusDays(2);
    private final DataSource books;
    private final JdbcTemplate jdbc;

    KnowingSizesOfNightsTest(TestDatabase database) {
        books = database.fresh();
        jdbc = new JdbcTemplate(books);
    }

    @Test
    void countsTheLinesOfAllFilesOfClosedDates() {
        day(MON, "CLOSED");
        day(TUE, "CLOSED");
        day(WED, "OPEN");
        file(1, MON, 120);
        file(2, MON, 80);
        file(3, WED, 7);

        assertThat(new StoredNightSizes(JdbcClient.create(books)).of(List.of(WED, TUE, MON, MON.minusDays(7))))
                .containsExactly(
                        new NightSize(MON, 200, Duration.ofMinutes(90)), new NightSize(TUE, 0, Duration.ofMinutes(90)));
    }

    private void day(LocalDate date, String state) {
        jdbc.update(
                "insert into business_day (business_date, state, opened_at, closed_at) values (?, ?,"
                        + " timestamp with time zone '2026-03-03 03:00:00+08:00',"
                        + " timestamp with time zone '2026-03-03 04:30:00+08:00')",
                date,
                state);
    }

    private void file(int number, LocalDate date, int lines) {
        jdbc.update(
                "insert into input_file values (?, ?, 'AUTHORIZATIONS', ?, ?, 'a.csv', '', 1, ?, 1, 0, 0, '0', 'ROUTED')",
                number,
                date,
                date,
                number,
                lines);
    }
}
