package io.qingfen.reference.jdbc;

import io.qingfen.reference.Snapshot;
import io.qingfen.reference.Terminal;
import io.qingfen.reference.batch.ReferenceFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the books still need of the reference data: merchants and terminals with money may be closed, but neither
 * forgotten nor moved while items are open, and the policy of a deposit must stay.
 */
@Component
class BooksNeeds {
    private static final String KEEP = "; put its row back (status CLOSED) until that money is settled";
    private static final int LISTED = 10_000;
    /** Rows in memory at a time: a million merchants may have money on its way. */
    private static final int PORTION = 2_000;

    private final JdbcClient jdbc;

    BooksNeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A problem for each that the snapshot lacks, in order of reason, then id. */
    List<String> problems(Snapshot snapshot) {
        LocalDate date = snapshot.businessDate();
        List<String> problems = new ArrayList<>();
        Predicate<String> noMerchant = id -> snapshot.merchant(id) == null;
        Predicate<String> noTerminal = id -> snapshot.terminal(id) == null;
        String merchants = ReferenceFiles.MERCHANTS + ": merchant_id ";
        String terminals = ReferenceFiles.TERMINALS + ": terminal_id ";
        those("select distinct merchant_id from open_item where removed_on is null", noMerchant)
                .forEach(id -> problems.add(missing(merchants, id, "items of it are open")));
        those("select distinct terminal_id from open_item where removed_on is null", noTerminal)
                .forEach(id -> problems.add(missing(terminals, id, "items of it are open")));
        those(
                        "select distinct merchant_id from position where carried_forward_minor <> 0 and business_date ="
                                + " (select max(business_date) from position where business_date < ?)",
                        noMerchant,
                        date)
                .forEach(id -> problems.add(missing(merchants, id, "money of it is carried forward")));
        those("select distinct merchant_id from payout where ended_on is null", noMerchant)
                .forEach(id -> problems.add(missing(merchants, id, "a payout of it is on its way")));
        those(
                        "select distinct l.merchant_id from adjustment_line l join adjustment a"
                                + " on a.adjustment_id = l.adjustment_id where a.state = 'APPROVED' or a.business_date = ?",
                        noMerchant,
                        date)
                .forEach(id -> problems.add(missing(
                        merchants,
                        id,
                        "an adjustment of its fees is approved (to be withdrawn? qingfen adjustments list)")));
        those("select distinct merchant_id from reserve_hold where release_on >= ?", noMerchant, date)
                .forEach(id -> problems.add(missing(merchants, id, "a reserve of it is held")));
        String held = " from deposit where collected_minor - refunded_minor - forfeited_minor <> 0";
        those("select distinct merchant_id" + held, noMerchant)
                .forEach(id -> problems.add(missing(merchants, id, "a terminal deposit of it is held")));
        those("select distinct terminal_id" + held, noTerminal)
                .forEach(id -> problems.add(missing(terminals, id, "a deposit of it is held")));
        moved(snapshot, problems);
        policies(snapshot, problems);
        return problems;
    }

    /** An open item belongs to the merchant under whom it was opened, and so does the money that it may become. */
    private void moved(Snapshot snapshot, List<String> problems) {
        jdbc.sql("select distinct terminal_id, merchant_id from open_item where removed_on is null"
                        + " order by terminal_id, merchant_id")
                .query(row -> {
                    Terminal terminal = snapshot.terminal(row.getString(1));
                    String merchant = row.getString(2);
                    boolean moved =
                            terminal != null && !terminal.merchant().id().equals(merchant);
                    if (moved && problems.size() < LISTED) {
                        problems.add(
                                ReferenceFiles.TERMINALS + ": terminal_id '" + terminal.id() + "' is of merchant '"
                                        + terminal.merchant().id() + "', but items of it are open under merchant '"
                                        + merchant
                                        + "'; give it back to that merchant until they are settled, and the new one another id");
                    }
                });
    }

    /** Also of a deposit that is given back, as long as its terminal is known: deposits.csv shows it. */
    private void policies(Snapshot snapshot, List<String> problems) {
        Set<String> known = new HashSet<>();
        snapshot.policies().forEach(policy -> known.add(policy.id()));
        for (String policy : those("select distinct policy from deposit", id -> !known.contains(id))) {
            List<String> terminals = those(
                    "select terminal_id from deposit where policy = ?", id -> snapshot.terminal(id) != null, policy);
            if (!terminals.isEmpty()) {
                int others = terminals.size() - 1;
                problems.add(ReferenceFiles.DEPOSIT_POLICIES + ": policy '" + policy
                        + "' is missing, but the deposit of terminal '" + terminals.get(0) + "'"
                        + (others == 0 ? "" : " and of " + others + " more") + " is on it; put it back");
            }
        }
    }

    private List<String> those(String sql, Predicate<String> wanted, Object... parameters) {
        List<String> found = new ArrayList<>();
        jdbc.sql(sql).params(parameters).withFetchSize(PORTION).query(row -> {
            if (found.size() < LISTED && wanted.test(row.getString(1))) {
                found.add(row.getString(1));
            }
        });
        found.sort(null);
        return found;
    }

    private static String missing(String where, String id, String why) {
        return where + "'" + id + "' is missing, but " + why + KEEP;
    }
}
