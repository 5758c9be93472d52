package io.qingfen.explain.jdbc;

import io.qingfen.explain.Books.Compared;
import io.qingfen.explain.Books.SchemeCost;
import io.qingfen.explain.Books.SchemeDispute;
import io.qingfen.scheme.DisputeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table scheme_record: what schemes said of our transactions. */
@Component
class StoredSchemes {
    private final JdbcClient jdbc;

    StoredSchemes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SchemeDispute> dispute(String file, int line) {
        return jdbc.sql("select d.dispute_type, d.line, d.reason, d.amount_minor, d.cost_minor, d.transaction_id,"
                        + " d.own_date, d.answer_until, d.case_id from scheme_dispute d"
                        + " join scheme_file f on f.file_no = d.file_no"
                        + " where f.file_name = ? and d.line_no = ?")
                .params(file, line)
                .query((row, n) -> new SchemeDispute(
                        row.getString(1),
                        DisputeType.valueOf(row.getString(1)).words(),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getObject(7, LocalDate.class),
                        row.getObject(8, LocalDate.class),
                        row.getString(9)))
                .optional();
    }

    List<SchemeCost> costs(Compared compared) {
        return jdbc.sql("select r.transaction_id, r.own_date, t.scheme_cost_minor, r.cost_minor,"
                        + " f.file_name || ':' || cast(r.line_no as varchar) from scheme_record r"
                        + " join transactions t on t.business_date = r.own_date and t.transaction_id = r.transaction_id"
                        + " join scheme_file f on f.file_no = r.file_no"
                        + " where r.decided_on = ? and r.source = ? and r.standing = 'JOINED'"
                        + " and r.cost_minor <> t.scheme_cost_minor and t.channel = ? and t.merchant_id = ?"
                        + " and r.currency = ? order by r.file_no, r.line_no")
                .params(of(compared))
                .query((row, n) -> cost(row))
                .list();
    }

    /** A transaction in suspense has a channel and a merchant in what waits of it. */
    List<SchemeCost> brandFees(Compared compared) {
        return jdbc.sql("select r.transaction_id, r.own_date, 0, r.brand_fee_minor,"
                        + " f.file_name || ':' || cast(r.brand_fee_line as varchar) from scheme_record r"
                        + " join scheme_day d on d.source = r.source and d.business_date = r.business_date"
                        + " left join transactions t on t.business_date = r.own_date"
                        + " and t.transaction_id = r.transaction_id"
                        + " join scheme_file f on f.file_no = r.brand_fee_file"
                        + " where r.decided_on = ? and r.source = ? and r.standing = 'JOINED' and d.fees_booked"
                        + " and coalesce(t.channel, (select min(o.channel) from open_item o"
                        + " where o.item_id = r.transaction_id)) = ?"
                        + " and coalesce(t.merchant_id, (select min(o.merchant_id) from open_item o"
                        + " where o.item_id = r.transaction_id)) = ?"
                        + " and r.currency = ? order by r.brand_fee_file, r.brand_fee_line")
                .params(of(compared))
                .query((row, n) -> cost(row))
                .list();
    }

    private static List<Object> of(Compared compared) {
        return List.of(
                compared.date(), compared.source(), compared.channel(), compared.merchantId(), compared.currency());
    }

    private static SchemeCost cost(ResultSet row) throws SQLException {
        return new SchemeCost(
                row.getString(1), row.getObject(2, LocalDate.class), row.getLong(3), row.getLong(4), row.getString(5));
    }
}
