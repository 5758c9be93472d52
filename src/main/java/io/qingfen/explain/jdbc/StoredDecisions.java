package io.qingfen.explain.jdbc;

import io.qingfen.explain.Books.Decided;
import io.qingfen.explain.Books.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What decisions of people ended: tables decided_item and case_proposal. */
@Component
class StoredDecisions {
    private static final String DECIDED = "select d.resolution, d.item_id, d.item_opened_on, d.captured_minor,"
            + " d.authorized_minor, p.priced_on, claim.item_id as claim_id, claim.item_opened_on as claim_opened_on"
            + " from decided_item d"
            + " left join case_proposal p on p.case_id = d.case_id and p.business_date = d.business_date"
            + " and p.state = 'APPLIED'"
            + " left join decided_item claim on claim.case_id = p.other_case_id and d.resolution = 'LINK'"
            + " where d.case_id = ?";

    private final JdbcClient jdbc;
    private final StoredTransactions transactions;

    StoredDecisions(JdbcClient jdbc, StoredTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    Optional<Decided> of(String caseId) {
        return jdbc.sql(DECIDED)
                .param(caseId)
                .query((row, n) -> decided(row))
                .optional()
                .flatMap(found -> found);
    }

    private Optional<Decided> decided(ResultSet row) throws SQLException {
        String resolution = row.getString("resolution");
        // a link settles what an earlier decision paid as it was captured
        Optional<Transaction> claim = row.getString("claim_id") == null
                ? Optional.empty()
                : transactions.one(row.getString("claim_id"), row.getObject("claim_opened_on", LocalDate.class));
        String entryMode = claim.map(Transaction::entryMode).orElse(null);
        long minor = row.getLong(resolution.equals("SETTLE_CAPTURED") ? "captured_minor" : "authorized_minor");
        LocalDate laterOn = row.getObject("priced_on", LocalDate.class);
        return transactions
                .one(row.getString("item_id"), row.getObject("item_opened_on", LocalDate.class))
                .map(judged -> new Decided(
                        resolution, judged, minor, entryMode == null ? judged.entryMode() : entryMode, laterOn));
    }
}
