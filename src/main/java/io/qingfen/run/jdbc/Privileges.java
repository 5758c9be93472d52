package io.qingfen.run.jdbc;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the role of the program may do on PostgreSQL when another role owns the tables. Nobody but the owner drops,
 * empties or changes a table; the ledger and the audit trail only grow, whoever holds the password of the program.
 */
final class Privileges {
    /** Nothing in the program changes or removes a row of these. */
    static final Set<String> ONLY_GROW = Set.of(
            "journal_entry",
            "posting",
            "entry_standing",
            "audit_record",
            "adjustment_line",
            "scheme_day",
            "scheme_line",
            "payout_release_total",
            "payout_release_file",
            "superseded_position",
            "superseded_case",
            "superseded_transactions",
            "retired_date");

    /** A re-run takes a whole date away and writes it anew; no row is changed in place. */
    static final Set<String> OF_A_DATE = Set.of(
            "transactions",
            "position",
            "trial_balance",
            "money_move",
            "deposit_event",
            "reference_snapshot",
            "fee_total",
            "clearing_effect",
            "scheme_funds",
            "scheme_brand_fee");

    /** Rows that go through states, and stay. */
    static final Set<String> STAY = Set.of(
            "business_day",
            "run_lease",
            "rerun",
            "adjustment",
            "case_proposal",
            "payout_event",
            "payout_release",
            "payout_result_file",
            "risk_hold",
            "scheme_file",
            "superseded_payout",
            "job_stop",
            "app_user",
            "api_token",
            "legal_hold");

    private static final String HISTORY = "flyway_schema_history";
    private final JdbcTemplate owner;

    /** @param owner connected as the role that owns the tables */
    Privileges(JdbcTemplate owner) {
        this.owner = owner;
    }

    /** Takes everything from the role and gives it what the program needs, also on what its functions will make. */
    void grantTo(String role) {
        String to = quoted(role);
        owner.execute("revoke all on all tables in schema " + schema() + " from " + to);
        for (String table : new TreeSet<>(tables())) {
            owner.execute("grant " + of(table) + " on " + quoted(table) + " to " + to);
        }
        owner.execute("grant usage, select on all sequences in schema " + schema() + " to " + to);
        for (String function : functions()) {
            owner.execute("revoke all on function " + function + " from public");
            owner.execute("grant execute on function " + function + " to " + to);
        }
        owner.execute("alter default privileges in schema " + schema() + " grant select, insert on tables to " + to);
    }

    static String of(String table) {
        if (ONLY_GROW.contains(table) || table.startsWith("transactions_")) {
            return "select, insert";
        }
        if (OF_A_DATE.contains(table)) {
            return "select, insert, delete";
        }
        if (STAY.contains(table)) {
            return "select, insert, update";
        }
        return switch (table) {
            case HISTORY, "retention_floor" -> "select";
            // it moves along the records, which stay as they are
            case "audit_head" -> "select, update";
            default -> "select, insert, update, delete";
        };
    }

    private List<String> tables() {
        return owner.queryForList(
                "select c.relname from pg_class c where c.relnamespace = current_schema()::regnamespace"
                        + " and c.relkind in ('r', 'p', 'v')",
                String.class);
    }

    private List<String> functions() {
        return owner.queryForList(
                "select oid::regprocedure::text from pg_proc where pronamespace = current_schema()::regnamespace"
                        + " and prosecdef and pg_get_userbyid(proowner) = current_user order by 1",
                String.class);
    }

    private String schema() {
        return quoted(owner.queryForObject("select current_schema()", String.class));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
