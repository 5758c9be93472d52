package io.qingfen.deposits.jdbc;

import io.qingfen.deposits.Positions;
import io.qingfen.ledger.Account;
import io.qingfen.money.Currency;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.OpeningBalance;
import io.qingfen.reference.ReserveTerms;
import io.qingfen.reference.Snapshot;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * All lines of merchant_total that belong to a position (scheme cost and suspense do not), the reserve that they leave
 * behind and the one that comes back, the moves of the date, and what the date before carried forward; on the first date of the books, the opening balances instead.
 */
@Component
class JdbcPositions implements Positions {
    private static final String LINES = """
            select t.merchant_id, t.currency, sum(t.amount_minor) as minor,
                   sum(case when t.line in ('SALES', 'VOIDS', 'REFUNDS') then t.amount_minor else 0 end) as cleared
              from (select distinct u.asked_id from unnest(cast(? as varchar array)) as u(asked_id)) k
              join merchant_total t on t.merchant_id = k.asked_id
             where t.business_date = ? and t.line not in ('SCHEME_COST', 'SUSPENSE')
             group by t.merchant_id, t.currency
            """;
    private static final String MOVES = """
            select m.merchant_id, m.currency,
                   sum(case when m.credit_account = 'liabilities:merchant-payable:' || m.merchant_id
                            then m.amount_minor else -m.amount_minor end) as minor
              from (select distinct u.asked_id from unnest(cast(? as varchar array)) as u(asked_id)) k
              join money_move m on m.merchant_id = k.asked_id
             where m.business_date = ? and m.line <> ''
             group by m.merchant_id, m.currency
            """;
    private static final String RESERVES_RELEASED = """
            select h.merchant_id, h.currency, sum(h.withheld_minor) as minor
              from (select distinct u.asked_id from unnest(cast(? as varchar array)) as u(asked_id)) k
              join reserve_hold h on h.merchant_id = k.asked_id
             where h.release_on = ?
             group by h.merchant_id, h.currency
            """;
    private static final String CARRIED_FORWARD = """
            select p.merchant_id, p.currency, sum(p.carried_forward_minor) as minor
              from (select distinct u.asked_id from unnest(cast(? as varchar array)) as u(asked_id)) k
              join position p on p.merchant_id = k.asked_id
             where p.business_date = ?
             group by p.merchant_id, p.currency
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
        Object ids = home.keySet().toArray(String[]::new);
        jdbc.query(LINES, (ResultSet row) -> addCleared(minor, home, row, snapshot), ids, Date.valueOf(date));
        addInHomeCurrency(minor, home, MOVES, date);
        addInHomeCurrency(minor, home, RESERVES_RELEASED, date);
        if (date.equals(booksFrom)) {
            addOpeningBalances(minor, home, snapshot);
        } else {
            addInHomeCurrency(minor, home, CARRIED_FORWARD, date.minusDays(1));
        }
        return minor;
    }

    private void addInHomeCurrency(Map<String, Long> minor, Map<String, Currency> home, String sums, LocalDate date) {
        Object ids = home.keySet().toArray(String[]::new);
        jdbc.query(sums, (ResultSet row) -> add(minor, home, row), ids, Date.valueOf(date));
    }

    private static void add(Map<String, Long> minor, Map<String, Currency> home, ResultSet row) throws SQLException {
        String merchantId = row.getString("merchant_id");
        if (home.get(merchantId).code().equals(row.getString("currency"))) {
            minor.merge(merchantId, row.getBigDecimal("minor").longValueExact(), Math::addExact);
        }
    }

    /** What the reserve takes of today's sales is not there for deposits. */
    private static void addCleared(
            Map<String, Long> minor, Map<String, Currency> home, ResultSet row, Snapshot snapshot) throws SQLException {
        add(minor, home, row);
        String merchantId = row.getString("merchant_id");
        Optional<ReserveTerms> terms = snapshot.agreements().reserve(merchantId);
        if (terms.isPresent() && home.get(merchantId).code().equals(row.getString("currency"))) {
            long cleared = row.getBigDecimal("cleared").longValueExact();
            minor.merge(merchantId, Math.negateExact(terms.get().withheldOf(cleared)), Math::addExact);
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
