package io.qingfen.clearing.jdbc;

import io.qingfen.reference.Merchant;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cleared net sales of the previous calendar month, which choose the tier of a fee plan. */
public final class SalesHistory {
    private final JdbcTemplate jdbc;
    private final LocalDate from;
    private final LocalDate before;

    SalesHistory(JdbcTemplate jdbc, LocalDate businessDate) {
        this.jdbc = jdbc;
        this.before = businessDate.withDayOfMonth(1);
        this.from = before.minusMonths(1);
    }

    /** Sales less voids and refunds in the home currency, minor units; 0 without history. */
    public long of(Merchant merchant) {
        BigDecimal sum = jdbc.queryForObject(
                "select coalesce(sum(sales_minor + voids_minor + refunds_minor), 0) from position"
                        + " where merchant_id = ? and currency = ? and business_date >= ? and business_date < ?",
                BigDecimal.class,
                merchant.id(),
                merchant.currency().code(),
                Date.valueOf(from),
                Date.valueOf(before));
        return sum.longValueExact();
    }
}
