package io.qingfen.schedule.jdbc;

import io.qingfen.schedule.NightSize;
import io.qingfen.schedule.NightSizes;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From the tables of input files and business dates. */
@Component
class StoredNightSizes implements NightSizes {
    private final JdbcClient jdbc;

    StoredNightSizes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<NightSize> of(List<LocalDate> businessDates) {
        return jdbc.sql("select d.business_date, d.opened_at, d.closed_at, (select coalesce(sum(f.line_count), 0)"
                        + " from input_file f where f.business_date = d.business_date) from business_day d"
                        + " where d.business_date in (:dates) and d.state = 'CLOSED' order by d.business_date")
                .param("dates", businessDates)
                .query((row, number) -> new NightSize(
                        row.getObject(1, LocalDate.class),
                        row.getBigDecimal(4).longValueExact(),
                        Duration.between(
                                row.getObject(2, OffsetDateTime.class), row.getObject(3, OffsetDateTime.class))))
                .list();
    }
}
