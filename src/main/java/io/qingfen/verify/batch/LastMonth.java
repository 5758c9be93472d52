package io.qingfen.verify.batch;

import io.qingfen.verify.DateFacts;
import io.qingfen.verify.Row;
import io.qingfen.verify.jdbc.Books;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What tiers of fee plans read: net sales of the month before a date, by merchant, in its home currency. */
final class LastMonth {
    private static final String SALES =
            "select merchant_id, currency, sum(sales_minor + voids_minor + refunds_minor) from position"
                    + " where business_date >= :begin and business_date < :end group by merchant_id, currency";

    private LastMonth() {}

    /** Minor units. */
    static Map<String, Long> sales(Books books, DateFacts facts, LocalDate date) {
        LocalDate first = date.withDayOfMonth(1);
        Map<String, Object> month = Map.of("begin", first.minusMonths(1), "end", first);
        Map<String, Long> sales = new HashMap<>();
        for (Row row : books.all("table position", SALES, month)) {
            boolean home = facts.merchants().containsKey(row.cell(0))
                    && facts.merchants().get(row.cell(0)).currency().equals(row.cell(1));
            if (home) {
                sales.put(row.cell(0), row.number(2));
            }
        }
        return sales;
    }
}
