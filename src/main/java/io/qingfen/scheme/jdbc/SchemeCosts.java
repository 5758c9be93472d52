package io.qingfen.scheme.jdbc;

import io.qingfen.money.Currency;
import io.qingfen.scheme.CostDifference;
import io.qingfen.scheme.MasterControl;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Table scheme_cost: costs that schemes keep beside those that were reckoned. Takes part in the caller's transaction. */
@Component
public class SchemeCosts {
    private static final String KEEP = "insert into scheme_cost (source, business_date, channel, merchant_id, currency,"
            + " item_count, own_minor, scheme_minor)"
            + " select r.source, r.decided_on, t.channel, t.merchant_id, r.currency, count(*),"
            + " sum(t.scheme_cost_minor), sum(r.cost_minor) from scheme_record r"
            + " join transactions t on t.business_date = r.own_date and t.transaction_id = r.transaction_id"
            + " where r.decided_on = ? and r.source = ? and r.standing = 'JOINED'"
            + " and r.cost_minor <> t.scheme_cost_minor"
            + " group by r.source, r.decided_on, t.channel, t.merchant_id, r.currency";

    /** Nothing was reckoned for them. Whose a transaction in suspense is, only what waits of it says. */
    private static final String KEEP_FEES =
            "insert into scheme_cost (source, business_date, kind, channel, merchant_id,"
                    + " currency, item_count, own_minor, scheme_minor)"
                    + " select source, decided_on, '" + CostDifference.BRAND_FEE
                    + "', channel, merchant_id, currency, count(*),"
                    + " 0, sum(brand_fee_minor) from (select r.source, r.decided_on, r.currency, r.brand_fee_minor,"
                    + " coalesce(t.channel, (select min(o.channel) from open_item o where o.item_id = r.transaction_id)) as channel,"
                    + " coalesce(t.merchant_id, (select min(o.merchant_id) from open_item o where o.item_id = r.transaction_id))"
                    + " as merchant_id from scheme_record r"
                    + " join scheme_day d on d.source = r.source and d.business_date = r.business_date and d.fees_booked"
                    + " left join transactions t on t.business_date = r.own_date and t.transaction_id = r.transaction_id"
                    + " where r.decided_on = ? and r.source = ? and r.standing = 'JOINED' and r.brand_fee_minor <> 0) joined"
                    + " group by source, decided_on, channel, merchant_id, currency";

    private static final String BOOKED = "select source, business_date, kind, channel, merchant_id, currency,"
            + " own_minor, scheme_minor from scheme_cost where booked_on = ?"
            + " order by source, business_date, kind, channel, merchant_id, currency";

    private final JdbcTemplate jdbc;

    SchemeCosts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * After the records of a comparison were kept: what of their costs differs, by channel and merchant; and their brand
     * fees, where the source had them booked when the files told them.
     */
    public void keep(String source, LocalDate date) {
        jdbc.update(KEEP, Date.valueOf(date), source);
        jdbc.update(KEEP_FEES, Date.valueOf(date), source);
    }

    /** Brand fees that a comparison leaves to the next date: how many, and how much. */
    public MasterControl.Line fees(String source, LocalDate date, Currency currency) {
        return jdbc.queryForObject(
                "select coalesce(sum(item_count), 0), coalesce(sum(scheme_minor), 0) from scheme_cost where source = ?"
                        + " and business_date = ? and kind = ? and currency = ?",
                (row, n) -> new MasterControl.Line(row.getLong(1), row.getLong(2)),
                source,
                Date.valueOf(date),
                CostDifference.BRAND_FEE,
                currency.code());
    }

    /** What a comparison found of the records' own costs, by currency, scheme less own; those that are 0 are left out. */
    public Map<String, Long> differences(String source, LocalDate date) {
        Map<String, Long> sums = new TreeMap<>();
        jdbc.query(
                "select currency, sum(scheme_minor - own_minor) from scheme_cost where source = ?"
                        + " and business_date = ? and kind = '' group by currency",
                row -> {
                    BigDecimal sum = row.getBigDecimal(2);
                    if (sum.signum() != 0) {
                        sums.put(row.getString(1), sum.longValueExact());
                    }
                },
                source,
                Date.valueOf(date));
        return sums;
    }

    /** Everything that waits becomes this date's. */
    void apply(LocalDate businessDate) {
        jdbc.update("update scheme_cost set booked_on = ? where booked_on is null", Date.valueOf(businessDate));
    }

    List<CostDifference> bookedOn(LocalDate businessDate) {
        return jdbc.query(BOOKED, (row, n) -> difference(row), Date.valueOf(businessDate));
    }

    private static CostDifference difference(ResultSet row) throws SQLException {
        return new CostDifference(
                row.getString("source"),
                row.getObject("business_date", LocalDate.class),
                row.getString("kind"),
                row.getString("channel"),
                row.getString("merchant_id"),
                Currency.of(row.getString("currency")),
                row.getLong("own_minor"),
                row.getLong("scheme_minor"));
    }
}
