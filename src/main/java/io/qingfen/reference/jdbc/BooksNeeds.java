package io.qingfen.reference.jdbc;

import io.qingfen.reference.Snapshot;
import io.qingfen.reference.batch.ReferenceFiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Merchants and terminals whose money is still in the books: they may be closed, but not forgotten. */
@Component
class BooksNeeds {
    private static final String KEEP = "; put its row back (status CLOSED) until that money is settled";
    private static final int LISTED = 10_000;
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
        lacking("select distinct merchant_id from open_item where removed_on is null", noMerchant)
                .forEach(id -> problems.add(missing(merchants, id, "items of it are open")));
        lacking("select distinct terminal_id from open_item where removed_on is null", noTerminal)
                .forEach(id -> problems.add(missing(terminals, id, "items of it are open")));
        lacking(
                        "select distinct merchant_id from position where carried_forward_minor <> 0 and business_date ="
                                + " (select max(business_date) from position where business_date < ?)",
                        noMerchant,
                        date)
                .forEach(id -> problems.add(missing(merchants, id, "money of it is carried forward")));
        lacking("select distinct merchant_id from payout where ended_on is null", noMerchant)
                .forEach(id -> problems.add(missing(merchants, id, "a payout of it is on its way")));
        String held = " from deposit where collected_minor - refunded_minor - forfeited_minor <> 0";
        lacking("select distinct merchant_id" + held, noMerchant)
                .forEach(id -> problems.add(missing(merchants, id, "a terminal deposit of it is held")));
        lacking("select distinct terminal_id" + held, noTerminal)
                .forEach(id -> problems.add(missing(terminals, id, "a deposit of it is held")));
        return problems;
    }

    private List<String> lacking(String sql, Predicate<String> lacks, Object... parameters) {
        List<String> lacking = new ArrayList<>();
        jdbc.sql(sql).params(parameters).query(row -> {
            if (lacking.size() < LISTED && lacks.test(row.getString(1))) {
                lacking.add(row.getString(1));
            }
        });
        lacking.sort(null);
        return lacking;
    }

    private static String missing(String where, String id, String why) {
        return where + "'" + id + "' is missing, but " + why + KEEP;
    }
}
