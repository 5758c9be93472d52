package io.qingfen.explain.jdbc;

import io.qingfen.explain.Books.Account;
import io.qingfen.explain.Books.LedgerEntry;
import io.qingfen.ledger.Move;
import io.qingfen.ledger.Posting;
import io.qingfen.money.Currency;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables journal_entry, posting and money_move. */
@Component
class StoredLedger {
    private static final String ENTRIES = "select e.entry_id, e.business_date, e.entry_key, e.description, p.account,"
            + " p.debit_minor, p.credit_minor, p.currency, coalesce(e.reverses, (select min(r.entry_id) from journal_entry r"
            + " where r.reverses = e.entry_id)) as taken_back"
            + " from journal_entry e join posting p on p.entry_id = e.entry_id";
    private static final String MOVES = "select business_date, move_key, merchant_id, line, debit_account,"
            + " credit_account, amount_minor, currency, description from money_move";

    private final JdbcClient jdbc;

    StoredLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LedgerEntry> entry(String id) {
        return collected(ENTRIES + " where e.entry_id = ? order by p.posting_no", id).stream()
                .findFirst();
    }

    Optional<LedgerEntry> entryOf(LocalDate date, String key) {
        return collected(
                        ENTRIES + " where e.business_date = ? and (e.entry_key = ? or e.entry_key like ?)"
                                + " order by e.entry_id, p.posting_no",
                        date,
                        key,
                        key + "#%")
                .stream()
                .filter(entry -> entry.takenBack().isEmpty())
                .findFirst();
    }

    /** Keys end in merchant and currency, and a generation when the date was run again; those of moves are told by the moves. */
    List<LedgerEntry> entries(Account account) {
        return collected(
                ENTRIES + " where e.business_date = ? and (e.entry_key like ? or e.entry_key like ? or e.entry_key in"
                        + " (select 'MOVE|' || m.move_key from money_move m where m.business_date = ?"
                        + " and m.merchant_id = ? and m.currency = ?)) order by e.entry_key, p.posting_no",
                account.date(),
                "%|" + account.merchantId() + "|" + account.currency(),
                "%|" + account.merchantId() + "|" + account.currency() + "#%",
                account.date(),
                account.merchantId(),
                account.currency().code());
    }

    private List<LedgerEntry> collected(String sql, Object... params) {
        List<LedgerEntry> entries = new ArrayList<>();
        jdbc.sql(sql).params(params).query(row -> {
            String id = row.getString(1);
            int last = entries.size() - 1;
            if (last < 0 || !entries.get(last).id().equals(id)) {
                entries.add(new LedgerEntry(
                        id,
                        row.getObject(2, LocalDate.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(9) == null ? "" : row.getString(9),
                        new ArrayList<>()));
            }
            entries.get(entries.size() - 1).postings().add(posting(row));
        });
        return entries;
    }

    private static Posting posting(ResultSet row) throws SQLException {
        return new Posting(row.getString(5), row.getLong(6), row.getLong(7), Currency.of(row.getString(8)));
    }

    List<Move> moves(Account account) {
        return jdbc.sql(MOVES + " where business_date = ? and merchant_id = ? and currency = ? order by move_key")
                .params(account.date(), account.merchantId(), account.currency().code())
                .query(StoredLedger::move)
                .list();
    }

    List<Move> movesOf(String keyPrefix) {
        // a range of the index: up to the prefix with its last character replaced by the next one
        int last = keyPrefix.length() - 1;
        String end = keyPrefix.substring(0, last) + (char) (keyPrefix.charAt(last) + 1);
        return jdbc.sql(MOVES + " where move_key >= ? and move_key < ? order by business_date, move_key")
                .params(keyPrefix, end)
                .query(StoredLedger::move)
                .list();
    }

    private static Move move(ResultSet row, int number) throws SQLException {
        return new Move(
                row.getObject(1, LocalDate.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                Currency.of(row.getString(8)),
                row.getString(9));
    }
}
