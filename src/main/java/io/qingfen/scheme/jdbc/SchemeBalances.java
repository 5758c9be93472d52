package io.qingfen.scheme.jdbc;

import io.qingfen.money.Currency;
import io.qingfen.scheme.BalanceSheet.Funds;
import io.qingfen.scheme.BrandFees;
import io.qingfen.scheme.Judged.CostSum;
import io.qingfen.scheme.MasterControl;
import io.qingfen.scheme.MasterControl.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What a date came to, for people. */
@Component
public class SchemeBalances {
    private static final String LINES =
            "select l.source, d.channels, l.currency, l.line, l.item_count, l.amount_minor, d.fees_booked"
                    + " from scheme_line l join scheme_day d on d.source = l.source and d.business_date = l.business_date"
                    + " where l.business_date = ? order by l.source, l.currency";

    private static final String FUNDS = "select source || ' ' || currency, records_minor, funds_minor, other_minor"
            + " from scheme_funds where business_date = ? and funds_key = ''";

    /** Judged on the date, whatever came of it later. */
    private static final String DIFFERENCES = "select 1 as side, r.source, r.outcome, r.txn_type, r.currency,"
            + " r.amount_minor, r.own_minor, case when r.transaction_id is not null or r.standing = 'NETTED'"
            + " then r.difference_minor else r.amount_minor end as difference_minor, r.cost_minor, r.rrn, r.scheme_ref, r.terminal_id,"
            + " r.merchant_id, r.card_masked, r.transaction_id, r.own_date, f.file_name, r.line_no, r.case_id, r.file_no"
            + " from scheme_record r join scheme_file f on f.file_no = r.file_no"
            + " where r.decided_on = ? and r.outcome <> 'CONFIRMED'"
            + " union all select 2, o.source, case o.standing when 'WAITING' then 'CARRIED' when 'EARLIER' then"
            + " 'EARLIER_FILE' else 'SHORT' end, o.txn_type, o.currency, null, o.amount_minor, -o.amount_minor, null,"
            + " o.rrn, o.scheme_ref, o.terminal_id, o.merchant_id, '', o.transaction_id, o.business_date, '', 0,"
            + " o.case_id, 0 from scheme_own o where o.decided_on = ? and o.standing <> 'JOINED'"
            + " order by 2, 1, 20, 18, 15";

    private final JdbcTemplate jdbc;

    SchemeBalances(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One source and currency.
     *
     * @param funds what its statement of funds says; null without one
     * @param fees what its files of brand fees say; null without one
     */
    public record Balance(
            String source, String channels, MasterControl control, CostSum costs, Funds funds, BrandFees.Told fees) {}

    /**
     * A record or an item that is not simply confirmed.
     *
     * @param schemeMinor null when no record was found
     * @param ownMinor null when nothing of ours was found
     * @param line 0 without a record
     */
    public record Difference(
            String source,
            String outcome,
            String txnType,
            String currency,
            Long schemeMinor,
            Long ownMinor,
            Long differenceMinor,
            Long costMinor,
            FoundBy by,
            String file,
            int line,
            String caseId) {}

    /** Takes one value after the other. */
    @FunctionalInterface
    public interface Each<T> {
        void take(T one) throws IOException;
    }

    private record Key(String source, String channels, String currency, boolean feesBooked) {}

    public void eachBalance(LocalDate date, Each<Balance> each) throws IOException {
        List<Key> order = new ArrayList<>();
        Map<Key, Map<String, Line>> lines = new HashMap<>();
        jdbc.query(
                LINES,
                row -> {
                    Key key = new Key(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(7));
                    lines.computeIfAbsent(key, fresh -> {
                                order.add(fresh);
                                return new HashMap<>();
                            })
                            .put(row.getString(4), new Line(row.getLong(5), row.getLong(6)));
                },
                Date.valueOf(date));
        Map<String, Funds> funds = funds(date);
        for (Key key : order) {
            each.take(balance(key, lines.get(key), funds.get(key.source() + " " + key.currency())));
        }
    }

    private Map<String, Funds> funds(LocalDate date) {
        Map<String, Funds> funds = new HashMap<>();
        jdbc.query(
                FUNDS,
                row -> {
                    funds.put(row.getString(1), new Funds(row.getLong(2), row.getLong(3), row.getLong(4)));
                },
                Date.valueOf(date));
        return funds;
    }

    private static Balance balance(Key key, Map<String, Line> lines, Funds funds) {
        MasterControl control = new MasterControl(
                Currency.of(key.currency()),
                lines.get("OWN"),
                lines.get("CARRIED_IN"),
                lines.get("CARRIED_OUT"),
                lines.get("DISPUTES"),
                lines.get("LONG"),
                lines.get("SHORT"),
                lines.get("SCHEME"));
        Line own = lines.get("COST_OWN");
        Line scheme = lines.get("COST_SCHEME");
        long difference = Math.subtractExact(scheme.minor(), own.minor());
        CostSum costs = new CostSum(own.minor(), scheme.minor(), own.count(), difference);
        return new Balance(key.source(), key.channels(), control, costs, funds, fees(key, lines));
    }

    private static BrandFees.Told fees(Key key, Map<String, Line> lines) {
        return lines.containsKey("BRAND_FEES")
                ? new BrandFees.Told(
                        Currency.of(key.currency()),
                        key.feesBooked(),
                        lines.get("BRAND_FEES"),
                        lines.get("BRAND_FEES_ALONE"),
                        lines.get("BRAND_FEES_BOOKED"))
                : null;
    }

    public void eachDifference(LocalDate date, Each<Difference> each) {
        jdbc.query(
                DIFFERENCES,
                row -> {
                    try {
                        each.take(difference(row));
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                },
                Date.valueOf(date),
                Date.valueOf(date));
    }

    private static Difference difference(ResultSet row) throws SQLException {
        return new Difference(
                row.getString("source"),
                row.getString("outcome"),
                row.getString("txn_type"),
                row.getString("currency"),
                SchemeRows.longOrNull(row, "amount_minor"),
                SchemeRows.longOrNull(row, "own_minor"),
                SchemeRows.longOrNull(row, "difference_minor"),
                SchemeRows.longOrNull(row, "cost_minor"),
                FoundBy.of(row),
                row.getString("file_name"),
                row.getInt("line_no"),
                row.getString("case_id"));
    }
}
