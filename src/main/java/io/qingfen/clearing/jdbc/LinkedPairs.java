package io.qingfen.clearing.jdbc;

import io.qingfen.clearing.DecidedItem;
import io.qingfen.matching.OpenItem;
import io.qingfen.reference.Snapshot;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Records that people decided to be one sale, to be cleared as pairs on this date: table linked_pair. */
public final class LinkedPairs {
    private static final String TERMINALS =
            "(select distinct terminal_id from unnest(cast(? as varchar array)) as u(terminal_id)) k";

    private final JdbcTemplate jdbc;
    private final LocalDate businessDate;

    LinkedPairs(JdbcTemplate jdbc, LocalDate businessDate) {
        this.jdbc = jdbc;
        this.businessDate = businessDate;
    }

    /**
     * @param claim a capture that waited alone
     * @param answer an authorization that waited alone, of any terminal
     */
    public record LinkedPair(OpenItem claim, OpenItem answer) {}

    void add(DecidedItem claim, DecidedItem answer) {
        jdbc.update(
                "insert into linked_pair (business_date, merchant_id, claim_case_id, claim_item_id, claim_opened_on,"
                        + " claim_terminal_id, claim_rrn, answer_case_id, answer_item_id, answer_opened_on,"
                        + " answer_terminal_id, answer_rrn, txn_type) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Date.valueOf(businessDate),
                claim.merchantId(),
                claim.caseId(),
                claim.item().itemId(),
                Date.valueOf(claim.item().openedOn()),
                PaidAlready.terminal(claim),
                PaidAlready.rrn(claim),
                answer.caseId(),
                answer.item().itemId(),
                Date.valueOf(answer.item().openedOn()),
                PaidAlready.terminal(answer),
                PaidAlready.rrn(answer),
                claim.type().name());
    }

    /** Ids of every item of today's links: they no longer look for a counterpart. Empty on almost every date. */
    public Set<String> items() {
        Set<String> items = new HashSet<>();
        jdbc.query(
                "select claim_item_id, answer_item_id from linked_pair where business_date = ?",
                row -> {
                    items.add(row.getString(1));
                    items.add(row.getString(2));
                },
                Date.valueOf(businessDate));
        return items;
    }

    /** Those whose capture is of one of these terminals, in byte order of the captures' item ids. */
    public List<LinkedPair> of(Collection<String> terminalIds, Snapshot snapshot) {
        List<String[]> keys = new ArrayList<>();
        jdbc.query(
                con -> {
                    var statement = con.prepareStatement("select l.claim_item_id, l.claim_opened_on, l.answer_item_id,"
                            + " l.answer_opened_on from " + TERMINALS
                            + " join linked_pair l on l.claim_terminal_id = k.terminal_id where l.business_date = ?"
                            + " order by l.claim_item_id");
                    statement.setArray(1, con.createArrayOf("varchar", terminalIds.toArray()));
                    statement.setDate(2, Date.valueOf(businessDate));
                    return statement;
                },
                row -> {
                    keys.add(new String[] {row.getString(1), row.getString(2), row.getString(3), row.getString(4)});
                });
        return keys.stream()
                .map(key -> new LinkedPair(item(key[0], key[1], snapshot), item(key[2], key[3], snapshot)))
                .toList();
    }

    private OpenItem item(String itemId, String openedOn, Snapshot snapshot) {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select * from open_item where item_id = ? and opened_on = ?",
                        (row, number) -> OpenItems.read(row, snapshot),
                        itemId,
                        Date.valueOf(openedOn)))
                .orElseThrow();
    }
}
