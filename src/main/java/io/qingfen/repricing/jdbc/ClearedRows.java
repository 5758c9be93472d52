package io.qingfen.repricing.jdbc;

import io.qingfen.money.Currency;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.TxnType;
import io.qingfen.repricing.Credit;
import io.qingfen.repricing.Sale;
import io.qingfen.settlement.Line;
import io.qingfen.settlement.Lines;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** Rows of the books in portions, inside the caller's transaction. */
@Component
public class ClearedRows {
    private static final int PORTION = 2_000;
    private static final String CREDITS = "('VOID', 'COMPLETION_VOID', 'REFUND')";
    private static final String SALES = "select business_date, merchant_id, currency, txn_type, channel, card_type,"
            + " entry_mode, amount_minor, fee_minor, fee_rule, authorization_file, authorization_line"
            + " from transactions where business_date = ? and disposition = 'SETTLED' and txn_type not in " + CREDITS;
    private static final String FOLLOW_UPS = "select t.business_date, t.merchant_id, t.currency, t.txn_type,"
            + " t.amount_minor, t.fee_minor, t.fee_rule, t.original_id, t.original_date,"
            + " o.business_date, o.merchant_id, o.currency, o.txn_type, o.channel, o.card_type, o.entry_mode,"
            + " o.amount_minor, o.fee_minor, o.fee_rule, o.authorization_file, o.authorization_line"
            + " from transactions t left join transactions o on o.business_date = t.original_date"
            + " and o.transaction_id = t.original_id"
            + " where t.business_date = ? and t.disposition = 'SETTLED' and t.txn_type in " + CREDITS
            + " order by t.original_date, t.original_id, t.capture_file, t.capture_line, t.transaction_id";

    private final JdbcTemplate jdbc;
    private final JdbcTemplate portions;

    ClearedRows(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.portions = new JdbcTemplate(dataSource);
        portions.setFetchSize(PORTION);
    }

    /** A file of input and the date that used it. */
    public record UsedFile(String name, LocalDate date) {}

    /** What earlier refunds of one date took, minor units. */
    public record Refunded(LocalDate date, long amountMinor) {}

    /** Receives a position as booked; held when it was decided HOLD. */
    @FunctionalInterface
    public interface PositionReader {
        void position(String merchantId, Currency currency, Lines lines, boolean held);
    }

    /** In any order. */
    public void sales(LocalDate date, Consumer<Sale> each) {
        read(SALES, date, row -> each.accept(sale(row, 0)));
    }

    /** By date and id of the original, then in the order in which they cleared. */
    public void credits(LocalDate date, Consumer<Credit> each) {
        read(FOLLOW_UPS, date, row -> each.accept(credit(row)));
    }

    /** In order of merchant and currency. */
    public void positions(LocalDate date, PositionReader each) {
        StringBuilder columns = new StringBuilder("select merchant_id, currency");
        for (Line line : Line.values()) {
            columns.append(", ").append(line.name().toLowerCase(Locale.ROOT)).append("_minor");
        }
        read(
                columns + ", decision from position where business_date = ? order by merchant_id, currency",
                date,
                row -> each.position(
                        row.getString(1),
                        Currency.of(row.getString(2)),
                        lines(row),
                        row.getString("decision").equals("HOLD")));
    }

    private void read(String sql, LocalDate date, RowCallbackHandler row) {
        portions.query(sql, row, Date.valueOf(date));
    }

    private static Lines lines(ResultSet row) throws SQLException {
        Lines lines = Lines.NONE;
        for (Line line : Line.values()) {
            long minor = row.getLong(3 + line.ordinal());
            lines = minor == 0 ? lines : lines.plus(line, minor);
        }
        return lines;
    }

    /** Refunds of the same original on earlier dates, in order of date. */
    public List<Refunded> refundsBefore(Credit refund) {
        return jdbc.query(
                "select business_date, sum(amount_minor) from clearing_effect where original_id = ?"
                        + " and original_date = ? and kind = 'REFUND' and business_date < ?"
                        + " group by business_date order by business_date",
                (row, n) -> new Refunded(
                        row.getDate(1).toLocalDate(), row.getBigDecimal(2).longValueExact()),
                refund.originalId(),
                Date.valueOf(refund.originalDate()),
                Date.valueOf(refund.date()));
    }

    /** Cleared net sales of a merchant in the calendar month before a date, minor units. */
    public ToLongFunction<Merchant> salesOfMonthBefore(LocalDate date) {
        LocalDate month = date.withDayOfMonth(1);
        return merchant -> jdbc.queryForObject(
                        "select coalesce(sum(sales_minor + voids_minor + refunds_minor), 0) from position"
                                + " where merchant_id = ? and currency = ? and business_date >= ? and business_date < ?",
                        BigDecimal.class,
                        merchant.id(),
                        merchant.currency().code(),
                        Date.valueOf(month.minusMonths(1)),
                        Date.valueOf(month))
                .longValueExact();
    }

    /** Whether the reference data of the date are kept. */
    public boolean isFrozen(LocalDate date) {
        return jdbc.queryForObject(
                        "select count(*) from reference_snapshot where business_date = ? and part_no = 0",
                        Long.class,
                        Date.valueOf(date))
                > 0;
    }

    public Optional<UsedFile> inputFile(int number) {
        return jdbc
                .query(
                        "select file_name, business_date from input_file where file_no = ?",
                        (row, n) ->
                                new UsedFile(row.getString(1), row.getDate(2).toLocalDate()),
                        number)
                .stream()
                .findFirst();
    }

    private static Credit credit(ResultSet row) throws SQLException {
        boolean known = row.getDate(10) != null;
        return new Credit(
                row.getDate(1).toLocalDate(),
                row.getString(2),
                Currency.of(row.getString(3)),
                TxnType.valueOf(row.getString(4)),
                row.getLong(5),
                row.getLong(6),
                row.getString(7),
                row.getString(8),
                row.getDate(9).toLocalDate(),
                known ? Optional.of(sale(row, 9)) : Optional.empty());
    }

    /** @param before columns that stand before it */
    private static Sale sale(ResultSet row, int before) throws SQLException {
        return new Sale(
                row.getDate(before + 1).toLocalDate(),
                row.getString(before + 2),
                Currency.of(row.getString(before + 3)),
                TxnType.valueOf(row.getString(before + 4)),
                Channel.valueOf(row.getString(before + 5)),
                CardType.valueOf(row.getString(before + 6)),
                row.getString(before + 7),
                row.getLong(before + 8),
                row.getLong(before + 9),
                row.getString(before + 10),
                row.getInt(before + 11),
                row.getInt(before + 12));
    }
}
