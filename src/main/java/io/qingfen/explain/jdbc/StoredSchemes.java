package io.qingfen.explain.jdbc;

import io.qingfen.explain.Books.SchemeCost;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table scheme_record: what schemes said of our transactions. */
@Component
class StoredSchemes {
    private final JdbcClient jdbc;

    StoredSchemes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SchemeCost> costs(String source, LocalDate compared, String channel, String merchantId, String currency) {
        return jdbc.sql("select r.transaction_id, r.own_date, t.scheme_cost_minor, r.cost_minor,"
                        + " f.file_name || ':' || cast(r.line_no as varchar) from scheme_record r"
                        + " join transactions t on t.business_date = r.own_date and t.transaction_id = r.transaction_id"
                        + " join scheme_file f on f.file_no = r.file_no"
                        + " where r.decided_on = ? and r.source = ? and r.standing = 'JOINED'"
                        + " and r.cost_minor <> t.scheme_cost_minor and t.channel = ? and t.merchant_id = ?"
                        + " and r.currency = ? order by r.file_no, r.line_no")
                .params(compared, source, channel, merchantId, currency)
                .query((row, n) -> new SchemeCost(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getLong(3),
                        row.getLong(4),
                        row.getString(5)))
                .list();
    }
}
