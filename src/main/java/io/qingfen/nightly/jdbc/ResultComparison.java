package io.qingfen.nightly.jdbc;

import io.qingfen.nightly.RerunDiff;
import io.qingfen.nightly.RerunDiff.CaseChange;
import io.qingfen.nightly.RerunDiff.Change;
import io.qingfen.nightly.RerunDiff.PayoutChange;
import io.qingfen.nightly.RerunDiff.PositionChange;
import io.qingfen.nightly.RerunDiff.VoidedProposal;
import io.qingfen.settlement.Line;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Results that were set aside against those of now; a row that stands on both sides with the same values is left out. */
final class ResultComparison {
    private static final List<String> LINES = Line.columns();

    private static final String PAYOUTS = """
            select payout_id, currency,
                   sum(case side when -1 then amount_minor else 0 end) as before,
                   sum(case side when 1 then amount_minor else 0 end) as after
              from (select -1 as side, payout_id, currency, amount_minor from superseded_payout
                     where business_date = :date and generation = :generation
                    union all
                    select 1, payout_id, currency, amount_minor from payout where business_date = :date) sides
             group by payout_id, currency
            having sum(side * amount_minor) <> 0
             order by payout_id
            """;

    private static final String CASES = """
            select case_id, kind, merchant_id, currency, sum(side) as balance,
                   sum(case side when -1 then exposure_minor else 0 end) as before,
                   sum(case side when 1 then exposure_minor else 0 end) as after
              from (select -1 as side, case_id, kind, merchant_id, currency, exposure_minor from superseded_case
                     where opened_on = :date and generation = :generation
                    union all
                    select 1, case_id, kind, merchant_id, currency, exposure_minor from review_case
                     where opened_on = :date) sides
             group by case_id, kind, merchant_id, currency
            having sum(side) <> 0 or sum(side * exposure_minor) <> 0
             order by case_id
            """;

    private final JdbcClient jdbc;
    private final LocalDate date;
    private final int generation;

    ResultComparison(JdbcClient jdbc, LocalDate date, int generation) {
        this.jdbc = jdbc;
        this.date = date;
        this.generation = generation;
    }

    RerunDiff diff() {
        return new RerunDiff(positions(), payouts(), cases(), voided());
    }

    /** Those that this re-run ended, and not an earlier one. */
    private List<VoidedProposal> voided() {
        return query("""
                select p.proposal_no, p.maker from payout_release p
                  join rerun r on r.business_date = p.business_date and r.generation = :generation
                 where p.business_date = :date and p.state = 'VOID' and p.reason = '%s' and p.ended_at >= r.begun_at
                 order by p.proposal_no""".formatted(StoredSupersededDates.VOID_REASON))
                .query((row, n) -> new VoidedProposal(row.getInt(1), row.getString(2)))
                .list();
    }

    private List<PositionChange> positions() {
        String lines = LINES.stream()
                .map(line -> "sum(side * " + line + "_minor) as " + line)
                .collect(Collectors.joining(", "));
        String differs = LINES.stream()
                .map(line -> "sum(side * " + line + "_minor) <> 0")
                .collect(Collectors.joining(" or "));
        String sql = """
                select merchant_id, currency,
                       sum(case side when -1 then net_minor else 0 end) as net_before,
                       sum(case side when 1 then net_minor else 0 end) as net_after,
                       max(case side when -1 then decision else '' end) as decision_before,
                       max(case side when 1 then decision else '' end) as decision_after,
                       sum(case side when -1 then payout_minor else 0 end) as payout_before,
                       sum(case side when 1 then payout_minor else 0 end) as payout_after, %s
                  from (%s) sides
                 group by merchant_id, currency
                having max(case side when -1 then decision else '' end) <> max(case side when 1 then decision else '' end)
                    or %s
                 order by merchant_id, currency
                """.formatted(lines, bothSides(), differs);
        return query(sql)
                .query((row, n) -> new PositionChange(
                        row.getString("merchant_id"),
                        row.getString("currency"),
                        exact(row, "net_before"),
                        exact(row, "net_after"),
                        row.getString("decision_before"),
                        row.getString("decision_after"),
                        exact(row, "payout_before"),
                        exact(row, "payout_after"),
                        lines(row)))
                .list();
    }

    /** Columns of both tables are the same but for the generation, so they are named. */
    private static String bothSides() {
        String columns = "merchant_id, currency, decision, net_minor, payout_minor, "
                + LINES.stream().map(line -> line + "_minor").collect(Collectors.joining(", "));
        return "select -1 as side, " + columns + " from superseded_position"
                + " where business_date = :date and generation = :generation union all select 1, " + columns
                + " from position where business_date = :date";
    }

    private static Map<String, Long> lines(ResultSet row) throws SQLException {
        Map<String, Long> lines = new LinkedHashMap<>();
        for (String line : LINES) {
            long change = exact(row, line);
            if (change != 0) {
                lines.put(line.toUpperCase(Locale.ROOT), change);
            }
        }
        return lines;
    }

    private List<PayoutChange> payouts() {
        return query(PAYOUTS)
                .query((row, n) -> new PayoutChange(
                        row.getString("payout_id"),
                        row.getString("currency"),
                        exact(row, "before"),
                        exact(row, "after")))
                .list();
    }

    private List<CaseChange> cases() {
        return query(CASES).query((row, n) -> caseChange(row)).list();
    }

    private static CaseChange caseChange(ResultSet row) throws SQLException {
        int balance = row.getInt("balance");
        Change change = balance > 0 ? Change.OPENED : balance < 0 ? Change.GONE : Change.CHANGED;
        return new CaseChange(
                row.getString("case_id"),
                row.getString("kind"),
                row.getString("merchant_id"),
                row.getString("currency"),
                change,
                exact(row, "before"),
                exact(row, "after"));
    }

    private JdbcClient.StatementSpec query(String sql) {
        return jdbc.sql(sql).param("date", date).param("generation", generation);
    }

    private static long exact(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).longValueExact();
    }
}
