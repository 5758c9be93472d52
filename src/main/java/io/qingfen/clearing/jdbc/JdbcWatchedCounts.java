package io.qingfen.clearing.jdbc;

import io.qingfen.clearing.WatchedCounts;
import java.sql.Date;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tables night_total and failure. */
@Component
final class JdbcWatchedCounts implements WatchedCounts {
    private final JdbcTemplate jdbc;

    JdbcWatchedCounts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> unmappedCodes(LocalDate businessDate) {
        return jdbc.query(
                "select distinct measure from night_total where business_date = ? and measure like ? order by measure",
                (row, number) -> row.getString(1).substring(UNMAPPED.length()),
                Date.valueOf(businessDate),
                UNMAPPED + "%");
    }

    @Override
    public void failures(LocalDate businessDate, Consumer<FailureCount> each) {
        jdbc.query(
                "select merchant_id, terminal_id, response_code, count(*) from failure where business_date = ?"
                        + " group by merchant_id, terminal_id, response_code"
                        + " order by merchant_id, terminal_id, response_code",
                (ResultSet row) -> each.accept(
                        new FailureCount(row.getString(1), row.getString(2), row.getString(3), row.getLong(4))),
                Date.valueOf(businessDate));
    }
}
