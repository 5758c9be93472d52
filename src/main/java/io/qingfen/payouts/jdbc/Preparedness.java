package io.qingfen.payouts.jdbc;

import io.qingfen.money.Currency;
import io.qingfen.payouts.PayoutState;
import io.qingfen.payouts.ReleaseContent.HashedFile;
import io.qingfen.payouts.ReleaseTotal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of a date is prepared for release, as the tables say. */
@Component
public class Preparedness {
    private final JdbcClient jdbc;

    Preparedness(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The date's state, its row locked until the transaction ends: acts on the payouts of one date happen one after the
     * other. Empty when the date is not in the books.
     */
    public Optional<String> lock(LocalDate businessDate) {
        return jdbc.sql("select state from business_day where business_date = ? for update")
                .param(businessDate)
                .query(String.class)
                .optional();
    }

    /** 1, and one more for each time that the date was run again. */
    public int generation(LocalDate businessDate) {
        return jdbc.sql("select generation from business_day where business_date = ?")
                .param(businessDate)
                .query(Integer.class)
                .single();
    }

    public Map<PayoutState, Long> byState(LocalDate businessDate) {
        Map<PayoutState, Long> counts = new EnumMap<>(PayoutState.class);
        jdbc.sql("select state, count(*) from payout where business_date = ? group by state")
                .param(businessDate)
                .query(row -> {
                    counts.put(PayoutState.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /** Of PREPARED payouts, in order of value date and currency. */
    public List<ReleaseTotal> totals(LocalDate businessDate) {
        return jdbc.sql("select value_date, currency, count(*), sum(amount_minor) from payout"
                        + " where business_date = ? and state = 'PREPARED' group by value_date, currency"
                        + " order by value_date, currency")
                .param(businessDate)
                .query((row, n) -> new ReleaseTotal(
                        row.getObject(1, LocalDate.class),
                        Currency.of(row.getString(2)),
                        row.getLong(3),
                        row.getBigDecimal(4).longValueExact()))
                .list();
    }

    /** In byte order of name, as recorded when they were written. */
    public List<HashedFile> files(LocalDate businessDate) {
        return jdbc.sql("select file_name, sha256 from payout_file where business_date = ? order by file_name")
                .param(businessDate)
                .query((row, n) -> new HashedFile(row.getString(1), row.getString(2)))
                .list();
    }

    /** SHA-256 over every PREPARED payout with its money and account, in order of id; hex. */
    public String payoutsSha256(LocalDate businessDate) {
        MessageDigest all = sha256();
        jdbc.sql("select payout_id, merchant_id, currency, amount_minor, value_date, account_name, account_cipher,"
                        + " bank_code from payout where business_date = ? and state = 'PREPARED' order by payout_id")
                .param(businessDate)
                .query((ResultSet row) -> all.update(line(row).getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(all.digest());
    }

    private static String line(ResultSet row) throws SQLException {
        String cipher = HexFormat.of().formatHex(sha256().digest(row.getBytes("account_cipher")));
        String name = row.getString("account_name");
        return row.getString("payout_id")
                + '|'
                + row.getString("merchant_id")
                + '|'
                + row.getString("currency")
                + '|'
                + row.getLong("amount_minor")
                + '|'
                + row.getObject("value_date", LocalDate.class)
                + '|'
                + cipher
                + '|'
                + row.getString("bank_code")
                + '|'
                + name.length()
                + ':'
                + name
                + '\n';
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
