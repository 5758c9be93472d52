package io.qingfen.ledger.jdbc;

import io.qingfen.ledger.Move;
import io.qingfen.ledger.Moves;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Table money_move. */
@Component
class JdbcMoves implements Moves {
    private final JdbcTemplate jdbc;

    JdbcMoves(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Collection<Move> moves) {
        moves.stream().collect(Collectors.groupingBy(Move::businessDate)).forEach(this::add);
    }

    private void add(LocalDate date, List<Move> moves) {
        Set<String> standing = new HashSet<>(jdbc.queryForList(
                "select move_key from money_move where business_date = ?", String.class, Date.valueOf(date)));
        jdbc.batchUpdate(
                "insert into money_move (business_date, move_key, merchant_id, currency, line, debit_account,"
                        + " credit_account, amount_minor, description) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                moves.stream()
                        .filter(move -> standing.add(move.key()))
                        .map(JdbcMoves::row)
                        .toList());
    }

    private static Object[] row(Move move) {
        return new Object[] {
            Date.valueOf(move.businessDate()),
            move.key(),
            move.merchantId(),
            move.currency().code(),
            move.line(),
            move.debitAccount(),
            move.creditAccount(),
            move.amountMinor(),
            move.description()
        };
    }
}
