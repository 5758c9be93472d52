package io.qingfen.payouts.jdbc;

import io.qingfen.ledger.Account;
import io.qingfen.money.Currency;
import io.qingfen.payouts.FileTotals;
import io.qingfen.payouts.Instruction;
import io.qingfen.payouts.PayoutState;
import io.qingfen.reference.AccountCipher;
import io.qingfen.run.CompleteFile.Published;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables payout and payout_file. */
@Component
public class Payouts {
    private static final int PORTION = 2_000;
    private final JdbcClient jdbc;
    private final AccountCipher cipher;

    Payouts(JdbcClient jdbc, AccountCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** What positions, payouts and ledger say of one currency; minor units. */
    public record Agreement(
            Currency currency,
            long positions,
            long positionsMinor,
            long payouts,
            long payoutsMinor,
            long inTransitMinor) {

        public boolean holds() {
            return positions == payouts && positionsMinor == payoutsMinor && payoutsMinor == inTransitMinor;
        }
    }

    /** Payouts that go into the same bank files. */
    public record Group(LocalDate valueDate, Currency currency, FileTotals totals) {}

    /** How many payouts of the date were released, so that their files have left or may leave the house. */
    public long onTheirWay(LocalDate businessDate) {
        return jdbc.sql("select count(*) from payout where business_date = ? and state not in (?, ?)")
                .params(businessDate, PayoutState.PREPARED.name(), PayoutState.WITHDRAWN.name())
                .query(Long.class)
                .single();
    }

    /** Closed dates of which a payout was withdrawn and that have no bank files, oldest first. */
    public List<LocalDate> withdrawnWithoutFiles() {
        return jdbc.sql("select d.business_date from business_day d where d.state = 'CLOSED'"
                        + " and not exists (select 1 from payout_file f where f.business_date = d.business_date)"
                        + " and exists (select 1 from payout p where p.business_date = d.business_date"
                        + " and p.state = 'WITHDRAWN') order by d.business_date")
                .query(LocalDate.class)
                .list();
    }

    /** One row per currency that any of the three knows, in order of currency. */
    public List<Agreement> agreements(LocalDate businessDate) {
        String sql = "select currency, sum(positions) as positions, sum(positions_minor) as positions_minor,"
                + " sum(payouts) as payouts, sum(payouts_minor) as payouts_minor, sum(transit_minor) as transit_minor"
                + " from (select currency, 1 as positions, payout_minor as positions_minor, 0 as payouts,"
                + " 0 as payouts_minor, 0 as transit_minor from position where business_date = ? and payout_minor > 0"
                + " union all select currency, 0, 0, 1, amount_minor, 0 from payout where business_date = ?"
                // entries that a re-run took back count no more, and opening balances are of earlier payouts
                + " union all select currency, 0, 0, 0, 0, credit_minor from posting p where business_date = ?"
                + " and account = ? and credit_minor > 0"
                + " and not exists (select 1 from journal_entry r where r.reverses = p.entry_id)"
                + " and not exists (select 1 from journal_entry e where e.entry_id = p.entry_id"
                + " and (e.reverses is not null or e.entry_key like 'OPENING|%')))"
                + " said group by currency order by currency";
        return jdbc.sql(sql)
                .params(businessDate, businessDate, businessDate, Account.PAYOUTS_IN_TRANSIT)
                .query((row, n) -> new Agreement(
                        Currency.of(row.getString("currency")),
                        exact(row, "positions"),
                        exact(row, "positions_minor"),
                        exact(row, "payouts"),
                        exact(row, "payouts_minor"),
                        exact(row, "transit_minor")))
                .list();
    }

    /** Of the PREPARED payouts, in order of value date and currency. */
    public List<Group> groups(LocalDate businessDate) {
        return jdbc.sql("select value_date, currency, count(*) as payouts, sum(amount_minor) as amount_minor"
                        + " from payout where business_date = ? and state = 'PREPARED' group by value_date, currency"
                        + " order by value_date, currency")
                .params(businessDate)
                .query((row, n) -> new Group(
                        row.getObject("value_date", LocalDate.class),
                        Currency.of(row.getString("currency")),
                        new FileTotals(row.getInt("payouts"), exact(row, "amount_minor"))))
                .list();
    }

    /**
     * Hands over the PREPARED payouts of a group in order of id, accounts in clear; a portion is in memory at a time.
     * Call within a transaction.
     */
    public void each(LocalDate businessDate, Group group, Consumer<Instruction> reader) {
        jdbc.sql("select payout_id, merchant_id, account_name, account_cipher, bank_code, bank_name, amount_minor"
                        + " from payout where business_date = ? and value_date = ? and currency = ?"
                        + " and state = 'PREPARED' order by payout_id")
                .params(businessDate, group.valueDate(), group.currency().code())
                .withFetchSize(PORTION)
                .query(row -> {
                    reader.accept(instruction(row, group));
                });
    }

    /** Takes id and merchant of a payout. */
    @FunctionalInterface
    public interface EachPayout {
        void take(String payoutId, String merchantId);
    }

    /** Hands over every PREPARED payout of the date in order of id. */
    public void eachPrepared(LocalDate businessDate, EachPayout each) {
        jdbc.sql("select payout_id, merchant_id from payout where business_date = ? and state = 'PREPARED'"
                        + " order by payout_id")
                .param(businessDate)
                .query(row -> {
                    each.take(row.getString(1), row.getString(2));
                });
    }

    /** Forgets the files of the date; they are written and recorded again. */
    public void forgetFiles(LocalDate businessDate) {
        jdbc.sql("delete from payout_file where business_date = ?")
                .params(businessDate)
                .update();
    }

    public void record(LocalDate businessDate, Group group, FileTotals totals, Published file) {
        jdbc.sql("insert into payout_file (business_date, file_name, sha256, payouts, amount_minor, currency,"
                        + " value_date) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        businessDate,
                        file.path().getFileName().toString(),
                        file.sha256(),
                        totals.count(),
                        totals.amountMinor(),
                        group.currency().code(),
                        group.valueDate())
                .update();
    }

    private Instruction instruction(ResultSet row, Group group) throws SQLException {
        String merchantId = row.getString("merchant_id");
        return new Instruction(
                row.getString("payout_id"),
                merchantId,
                row.getString("account_name"),
                cipher.decrypt(merchantId, row.getBytes("account_cipher")),
                row.getString("bank_code"),
                row.getString("bank_name"),
                row.getLong("amount_minor"),
                group.currency(),
                group.valueDate());
    }

    private static long exact(ResultSet row, String column) throws SQLException {
        BigDecimal sum = row.getBigDecimal(column);
        return sum.longValueExact();
    }
}
