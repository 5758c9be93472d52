package io.qingfen.settlement.jdbc;

import io.qingfen.ledger.Move;
import io.qingfen.money.Currency;
import io.qingfen.money.Rate;
import io.qingfen.run.Dialect;
import io.qingfen.settlement.DayLine;
import io.qingfen.settlement.DayTotal;
import io.qingfen.settlement.DepositMove;
import io.qingfen.settlement.MerchantDay;
import io.qingfen.settlement.MerchantDays;
import io.qingfen.settlement.MerchantRange;
import io.qingfen.settlement.Opening;
import io.qingfen.settlement.Owed;
import io.qingfen.settlement.ReserveHold;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** Tables merchant_total, deposit_event and money_move of the date, reserves that end on it, positions of the date before. */
@Component
class StoredMerchantDays implements MerchantDays {
    private static final String IN_RANGE = " where business_date = ? and merchant_id >= ? and merchant_id < ?";
    private static final String TOTALS =
            "select merchant_id, currency, line, channel, kind, sum(item_count), sum(amount_minor) from merchant_total"
                    + IN_RANGE + " group by merchant_id, currency, line, channel, kind"
                    + " order by merchant_id, currency, line, channel, kind";
    private static final String DEPOSITS = "select merchant_id, currency, kind, sum(amount_minor) from deposit_event"
            + IN_RANGE + " group by merchant_id, currency, kind";
    private static final String MOVES = "select merchant_id, currency, move_key, line, debit_account, credit_account,"
            + " amount_minor, description from money_move" + IN_RANGE + " order by move_key";
    private static final String RELEASES = "select merchant_id, currency, business_date, base_minor, rate_ppm,"
            + " withheld_minor, days from reserve_hold where release_on = ? and merchant_id >= ? and merchant_id < ?"
            + " order by merchant_id, currency, business_date";
    private static final String CARRIED = "select merchant_id, currency, carried_forward_minor from position" + IN_RANGE
            + " and carried_forward_minor <> 0";

    private final JdbcTemplate jdbc;
    private final Dialect dialect;

    StoredMerchantDays(JdbcTemplate jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        this.dialect = dialect;
    }

    @Override
    public boolean isFirst(LocalDate businessDate) {
        Long earlier = jdbc.queryForObject(
                "select count(*) from business_day where business_date < ?", Long.class, Date.valueOf(businessDate));
        return earlier == null || earlier == 0;
    }

    @Override
    public List<MerchantDay> of(LocalDate businessDate, MerchantRange range, Opening opening) {
        dialect.planEachTime(jdbc);
        DaysInTheMaking days = new DaysInTheMaking(businessDate);
        read(
                TOTALS,
                businessDate,
                range,
                row -> days.of(row.getString(1), currency(row)).total(total(row)));
        read(DEPOSITS, businessDate, range, row -> deposit(days, row, opening));
        read(
                MOVES,
                businessDate,
                range,
                row -> days.of(row.getString(1), currency(row)).move(move(businessDate, row)));
        read(
                RELEASES,
                businessDate,
                range,
                row -> days.of(row.getString(1), currency(row)).release(hold(row)));
        read(
                CARRIED,
                businessDate.minusDays(1),
                range,
                row -> days.of(row.getString(1), currency(row)).owed(Owed.carried(row.getLong(3))));
        opening.owed()
                .subMap(range.from(), range.to())
                .forEach((merchant, owed) -> owed.forEach(
                        (currency, minor) -> days.of(merchant, currency).owed(minor)));
        return days.finished();
    }

    private void read(String sql, LocalDate date, MerchantRange range, RowCallbackHandler handler) {
        jdbc.query(sql, handler, Date.valueOf(date), range.from(), range.to());
    }

    private static Currency currency(ResultSet row) throws SQLException {
        return Currency.of(row.getString(2));
    }

    private static DayTotal total(ResultSet row) throws SQLException {
        return new DayTotal(
                DayLine.valueOf(row.getString(3)), row.getString(4), row.getString(5), exact(row, 6), exact(row, 7));
    }

    /** Opening balances carry the money of the deposits too; then the deposits' own opening moves nothing more. */
    private static void deposit(DaysInTheMaking days, ResultSet row, Opening opening) throws SQLException {
        DepositMove move = DepositMove.valueOf(row.getString(3));
        if (move != DepositMove.OPENING || opening.isEmpty()) {
            days.of(row.getString(1), currency(row)).deposit(move, exact(row, 4));
        }
    }

    private static ReserveHold hold(ResultSet row) throws SQLException {
        return new ReserveHold(
                row.getObject(3, LocalDate.class),
                row.getString(1),
                currency(row),
                row.getLong(4),
                new Rate(row.getInt(5)),
                row.getLong(6),
                row.getInt(7));
    }

    private static Move move(LocalDate businessDate, ResultSet row) throws SQLException {
        return new Move(
                businessDate,
                row.getString(3),
                row.getString(1),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                currency(row),
                row.getString(8));
    }

    private static long exact(ResultSet row, int column) throws SQLException {
        return row.getBigDecimal(column).longValueExact();
    }
}
