package io.qingfen.clearing.jdbc;

import io.qingfen.clearing.DecidedItem;
import io.qingfen.clearing.Digits;
import io.qingfen.clearing.ItemCases;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the sale behind a case was paid before, by clearing or by a decision. */
@Component
class PaidAlready {
    private static final String BY_DECISION = """
                        select case_id from decided_item
                         where paid_side <> '' and case_id <> ? and terminal_id = ? and txn_type = ?
                           and (rrn = ? and rrn <> ''
                                or (rrn = '' or cast(? as varchar) = '') and batch_no = ? and trace_no = ?)
                         order by case_id limit 1
                        """;
    private static final String CLEARED =
            "select transaction_id from transactions where disposition = 'SETTLED' and txn_type = ? and terminal_id = ?";

    private static final String LINKED = " union all select claim_item_id from linked_pair where txn_type = ? and ";

    private final JdbcClient jdbc;

    PaidAlready(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The case by whose decision it was paid. */
    Optional<String> byDecision(DecidedItem item) {
        return jdbc.sql(BY_DECISION)
                .params(
                        item.caseId(),
                        terminal(item),
                        item.type().name(),
                        rrn(item),
                        rrn(item),
                        batch(item),
                        trace(item))
                .query(String.class)
                .optional();
    }

    /** The transaction that cleared it: by reference or, where the item has none, by batch and trace of its month. */
    Optional<String> byClearing(DecidedItem item) {
        return (rrn(item).isEmpty() ? byTrace(item) : byReference(item))
                .query(String.class)
                .optional();
    }

    /** The records of a linked pair may have come under two references. */
    private JdbcClient.StatementSpec byReference(DecidedItem item) {
        String since = " and business_date >= ?";
        List<Object> sale = List.of(
                item.type().name(),
                terminal(item),
                rrn(item),
                item.item().openedOn().minusDays(365));
        return jdbc.sql(CLEARED + " and rrn = ?" + since + LINKED + "claim_terminal_id = ? and claim_rrn = ?" + since
                        + LINKED + "answer_terminal_id = ? and answer_rrn = ?" + since + " order by 1 limit 1")
                .params(sale)
                .params(sale)
                .params(sale);
    }

    private JdbcClient.StatementSpec byTrace(DecidedItem item) {
        return jdbc.sql(CLEARED + " and batch_no = ? and trace_no = ? and business_date >= ? order by 1 limit 1")
                .params(
                        item.type().name(),
                        terminal(item),
                        batch(item),
                        trace(item),
                        item.item().openedOn().minusDays(30));
    }

    static String terminal(DecidedItem item) {
        return (item.capture() != null
                        ? item.capture().terminal()
                        : item.authorization().terminal())
                .id();
    }

    /** Of the capture or, where that has none, of the authorization; may be empty. */
    static String rrn(DecidedItem item) {
        return Digits.rrn(ItemCases.rrn(item.capture(), item.authorization()));
    }

    static String batch(DecidedItem item) {
        return Digits.six(
                item.capture() != null
                        ? item.capture().batchNo()
                        : item.authorization().batchNo());
    }

    static String trace(DecidedItem item) {
        return Digits.six(
                item.capture() != null
                        ? item.capture().traceNo()
                        : item.authorization().traceNo());
    }
}
