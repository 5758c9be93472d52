package io.qingfen.clearing.jdbc;

import io.qingfen.clearing.Digits;
import io.qingfen.matching.Earlier;
import io.qingfen.matching.Question;
import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Answers the questions of many terminals at once from the cleared transactions of earlier dates. */
public final class EarlierClearings {
    private static final String KEYS =
            "(select distinct owner_id, rrn from unnest(cast(? as varchar array), cast(? as varchar array))"
                    + " as u(owner_id, rrn)) k";

    private final JdbcTemplate jdbc;
    private final LocalDate businessDate;
    private final LocalDate since;

    EarlierClearings(JdbcTemplate jdbc, LocalDate businessDate, int lookbackDays) {
        this.jdbc = jdbc;
        this.businessDate = businessDate;
        this.since = businessDate.minusDays(lookbackDays);
    }

    public Earlier answer(List<Question> questions) {
        List<Question> clearedHere = new ArrayList<>(ofKind(questions, Question.Kind.CLEARED_HERE));
        clearedHere.addAll(ofKind(questions, Question.Kind.CLAIM_CLEARED_HERE));
        List<Question> originals = ofKind(questions, Question.Kind.ORIGINAL);
        return new EarlierAnswers(cleared(clearedHere), originals(originals), holds(originals));
    }

    private static List<Question> ofKind(List<Question> questions, Question.Kind kind) {
        return questions.stream().filter(question -> question.kind() == kind).toList();
    }

    private Set<Question> cleared(List<Question> questions) {
        Set<Question> found = new HashSet<>();
        if (questions.isEmpty()) {
            return found;
        }
        ask(
                "select t.terminal_id, t.rrn, t.txn_type, 'PAIR' from " + KEYS
                        + " join transactions t on t.terminal_id = k.owner_id and t.rrn = k.rrn"
                        + " where t.business_date >= ? and t.business_date < ? and t.disposition = 'SETTLED'",
                questions,
                row -> addCleared(row, found));
        // Decisions are taken over before matching begins: those of today count too.
        ask(
                "select d.terminal_id, d.rrn, d.txn_type, d.paid_side from " + KEYS
                        + " join decided_item d on d.terminal_id = k.owner_id and d.rrn = k.rrn"
                        + " where d.business_date >= ? and d.business_date <= ? and d.paid_side <> ''",
                questions,
                row -> addCleared(row, found));
        for (String side : List.of("claim", "answer")) {
            ask(
                    "select l." + side + "_terminal_id, l." + side + "_rrn, l.txn_type, 'PAIR' from " + KEYS
                            + " join linked_pair l on l." + side + "_terminal_id = k.owner_id and l." + side
                            + "_rrn = k.rrn where l.business_date >= ? and l.business_date <= ?",
                    questions,
                    row -> addCleared(row, found));
        }
        return found;
    }

    /** A capture that was paid alone says nothing of its authorization, which brings the money for it. */
    private static void addCleared(ResultSet row, Set<Question> found) throws SQLException {
        long rrn = Long.parseLong(row.getString(2));
        TxnType type = TxnType.valueOf(row.getString(3));
        found.add(new Question(Question.Kind.CLAIM_CLEARED_HERE, row.getString(1), rrn, type));
        if (!row.getString(4).equals("CAPTURE")) {
            found.add(new Question(Question.Kind.CLEARED_HERE, row.getString(1), rrn, type));
        }
    }

    private Map<Question, Earlier.Original> originals(List<Question> questions) {
        Map<Question, Earlier.Original> found = new HashMap<>();
        if (questions.isEmpty()) {
            return found;
        }
        String cleared = KEYS + " join transactions t on t.merchant_id = k.owner_id and t.rrn = k.rrn";
        originals(cleared, questions, found);
        // The host knows a linked pair by its own reference.
        originals(
                KEYS + " join linked_pair l on l.merchant_id = k.owner_id and l.answer_rrn = k.rrn join transactions t"
                        + " on t.transaction_id = l.claim_item_id and t.business_date = l.business_date",
                questions,
                found);
        decided(KEYS + " join decided_item d on d.merchant_id = k.owner_id and d.rrn = k.rrn", questions, found);
        // A capture that was paid alone, by the reference of the authorization that was found for it.
        decided(
                KEYS + " join decided_item x on x.merchant_id = k.owner_id and x.rrn = k.rrn"
                        + " join decided_item d on d.linked_case_id = x.case_id",
                questions,
                found);
        return found;
    }

    /** What people settled: the merchant was paid the amount of the move SETTLED. */
    private void decided(String paid, List<Question> questions, Map<Question, Earlier.Original> found) {
        ask(
                "select k.owner_id, k.rrn, d.item_id, d.business_date, d.txn_type, m.amount_minor, m.currency,"
                        + " (select count(*) from clearing_effect e where e.kind = 'REVERSAL' and e.original_id ="
                        + " d.item_id and e.original_date = d.business_date) as reversals from " + paid
                        + " join money_move m on m.business_date = d.business_date"
                        + " and m.move_key = 'CASE|' || d.case_id || '|SETTLED'"
                        + " where d.business_date >= ? and d.business_date < ?"
                        + " and d.resolution in ('SETTLE_AUTHORIZED', 'SETTLE_CAPTURED')"
                        + " order by d.business_date, d.item_id",
                questions,
                row -> found.put(
                        new Question(Question.Kind.ORIGINAL, row.getString(1), Long.parseLong(row.getString(2)), null),
                        new Earlier.Original(
                                row.getString("item_id"),
                                row.getDate("business_date").toLocalDate(),
                                TxnType.valueOf(row.getString("txn_type")),
                                row.getLong("amount_minor"),
                                Currency.of(row.getString("currency")),
                                0,
                                row.getLong("reversals") > 0,
                                row.getLong("reversals") > 0)));
    }

    private void originals(String cleared, List<Question> questions, Map<Question, Earlier.Original> found) {
        // Ascending, so that of several the latest stays.
        ask(
                "select k.owner_id, k.rrn, t.transaction_id, t.business_date, t.txn_type, t.amount_minor, t.currency,"
                        + " coalesce((select sum(e.amount_minor) from clearing_effect e where e.kind = 'REFUND' and"
                        + " e.original_id = t.transaction_id and e.original_date = t.business_date), 0) as refunded,"
                        + " (select count(*) from clearing_effect e where e.kind = 'VOID' and e.original_id ="
                        + " t.transaction_id and e.original_date = t.business_date) as voids,"
                        + " (select count(*) from clearing_effect e where e.kind = 'REVERSAL' and e.original_id ="
                        + " t.transaction_id and e.original_date = t.business_date) as reversals"
                        + " from " + cleared
                        + " where t.business_date >= ? and t.business_date < ? and t.disposition = 'SETTLED'"
                        + " order by t.business_date, t.transaction_id",
                questions,
                row -> found.put(
                        new Question(Question.Kind.ORIGINAL, row.getString(1), Long.parseLong(row.getString(2)), null),
                        new Earlier.Original(
                                row.getString("transaction_id"),
                                row.getDate("business_date").toLocalDate(),
                                TxnType.valueOf(row.getString("txn_type")),
                                row.getLong("amount_minor"),
                                Currency.of(row.getString("currency")),
                                row.getBigDecimal("refunded").longValueExact(),
                                row.getLong("voids") + row.getLong("reversals") > 0,
                                row.getLong("reversals") > 0)));
    }

    private Set<Question> holds(List<Question> questions) {
        Set<Question> open = new HashSet<>();
        if (questions.isEmpty()) {
            return open;
        }
        ask(
                "select h.merchant_id, h.rrn from " + KEYS
                        + " join preauth_hold h on h.merchant_id = k.owner_id and h.rrn = k.rrn"
                        + " where h.opened_on >= ? and h.opened_on < ? and h.closed_on is null",
                questions,
                row -> open.add(new Question(
                        Question.Kind.ORIGINAL, row.getString(1), Long.parseLong(row.getString(2)), null)));
        return open;
    }

    private void ask(String sql, List<Question> questions, org.springframework.jdbc.core.RowCallbackHandler handler) {
        List<Object> owners = new ArrayList<>(questions.size());
        List<Object> rrns = new ArrayList<>(questions.size());
        for (Question question : questions) {
            owners.add(question.owner());
            rrns.add(Digits.rrn(question.rrn()));
        }
        jdbc.query(
                con -> {
                    var statement = con.prepareStatement(sql);
                    statement.setArray(1, con.createArrayOf("varchar", owners.toArray()));
                    statement.setArray(2, con.createArrayOf("varchar", rrns.toArray()));
                    statement.setDate(3, Date.valueOf(since));
                    statement.setDate(4, Date.valueOf(businessDate));
                    return statement;
                },
                handler);
    }
}
