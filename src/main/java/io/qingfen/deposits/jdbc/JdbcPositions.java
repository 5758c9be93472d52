package io.qingfen.deposits.jdbc;

import io.qingfen.deposits.Positions;
import io.qingfen.ledger.Account;
import io.qingfen.money.Currency;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.OpeningBalance;
import io.qingfen.reference.Snapshot;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * All lines of merchant_total that belong to a position (scheme cost and suspense do not), and what the date before
 * carried forward; on the first date of the books, the opening balances instead.
 */
@Component
class JdbcPositions implements Positions {
    private static final String LINES = """
            select merchant_id, currency, sum(amount_minor) as minor
              from merchant_total
             where business_date = ? and merchant_id = any(?) and line not in ('SCHEME_COST', 'SUSPENSE')
             group by merchant_id, currency
            """;
    private static final String CARRIED_FORWARD = """
            select merchant_id, currency, sum(carried_forward_minor) as minor
              from position
             where business_date = ? and merchant_id = any(?)
             group by merchant_id, currency
            """;

    private final JdbcTemplate jdbc;

    JdbcPositions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Long> beforeDeposits(Snapshot snapshot, LocalDate booksFrom, Collection<Merchant> merchants) {
        LocalDate date = snapshot.businessDate();
        Map<String, Currency> home = new HashMap<>();
        Map<String, Long> minor = new HashMap<>();
        merchants.forEach(merchant -> {
            home.put(merchant.id(), merchant.currency());
            minor.put(merchant.id(), 0L);
        });
        addInHomeCurrency(minor, home, LINES, date);
        if (date.equals(booksFrom)) {
            addOpeningBalances(minor, home, snapshot);
        } else {
            addInHomeCurrency(minor, home, CARRIED_FORWARD, date.minusDays(1));
        }
        return minor;
    }

    private void addInHomeCurrency(Map<String, Long> minor, Map<String, Currency> home, String sums, LocalDate date) {
        Object ids = home.keySet().toArray(String[]::new);
        jdbc.query(sums, (ResultSet row) -> add(minor, home, row), Date.valueOf(date), ids);
    }

    private static void add(Map<String, Long> minor, Map<String, Currency> home, ResultSet row) throws SQLException {
        String merchantId = row.getString("merchant_id");
        if (home.get(merchantId).code().equals(row.getString("currency"))) {
            minor.merge(merchantId, row.getBigDecimal("minor").longValueExact(), Math::addExact);
        }
    }

    /** Credit balances are negative and are what we owe, so the sign turns. */
    private static void addOpeningBalances(Map<String, Long> minor, Map<String, Currency> home, Snapshot snapshot) {
        for (OpeningBalance opening : snapshot.openingBalances()) {
            String account = opening.account();
            String merchantId = account.substring(account.lastIndexOf(':') + 1);
            boolean ofMerchant = account.equals(Account.merchantPayable(merchantId))
                    || account.equals(Account.merchantReceivable(merchantId));
            if (ofMerchant && opening.currency().equals(home.get(merchantId))) {
                minor.merge(merchantId, Math.negateExact(opening.balanceMinor()), Math::addExact);
            }
        }
    }
}
