package io.qingfen.retention.jdbc;

import io.qingfen.retention.Kind;
import io.qingfen.retention.LegalHolds.LegalHold;
import io.qingfen.retention.Retention.Retired;
import io.qingfen.run.Actor;
import io.qingfen.run.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables retired_date and legal_hold, and what a date still has open. */
@Component
public class RetiredDates {
    private final JdbcClient jdbc;
    private final Dialect dialect;

    RetiredDates(JdbcClient jdbc, Dialect dialect) {
        this.jdbc = jdbc;
        this.dialect = dialect;
    }

    public List<Retired> all() {
        return jdbc.sql("select * from retired_date order by kind, business_date")
                .query(RetiredDates::retired)
                .list();
    }

    /** Closed dates up to the last one of which this kind has not left, in order. */
    public List<LocalDate> closed(Kind kind, LocalDate last) {
        return jdbc.sql("select d.business_date from business_day d where d.state in ('CLOSED', 'RETIRED')"
                        + " and d.business_date <= ? and not exists (select 1 from retired_date r where r.kind = ?"
                        + " and r.business_date = d.business_date) order by d.business_date")
                .params(last, kind.name())
                .query(LocalDate.class)
                .list();
    }

    public void add(Kind kind, LocalDate date, long rows, String sha256, Actor who) {
        jdbc.sql("insert into retired_date (kind, business_date, row_count, sha256, retired_by, retired_at)"
                        + " values (?, ?, ?, ?, ?, current_timestamp)")
                .params(kind.name(), date, rows, sha256, who.name())
                .update();
        if (kind == Kind.BOOKS) {
            jdbc.sql("update business_day set state = 'RETIRED' where business_date = ? and state = 'CLOSED'")
                    .param(date)
                    .update();
        }
    }

    /** What of the date is not at its end, for people; the books of a date with such things stay. */
    public List<String> open(LocalDate date) {
        return jdbc.sql("""
                        select cast(count(*) as varchar) || ' cases are not closed' from review_case
                         where opened_on = :date and closed_on is null having count(*) > 0
                        union all
                        select cast(count(*) as varchar) || ' records wait for a counterpart' from open_item
                         where opened_on = :date and removed_on is null having count(*) > 0
                        union all
                        select cast(count(*) as varchar) || ' payouts are on their way' from payout
                         where business_date = :date and state in ('PREPARED', 'RELEASED', 'SENT', 'UNKNOWN')
                        having count(*) > 0""").param("date", date).query(String.class).list();
    }

    /** Why the owner of the tables keeps the date, by the clock of the server; the embedded database has no such rule. */
    public Optional<String> keptByOwner(LocalDate date) {
        if (dialect != Dialect.POSTGRESQL) {
            return Optional.empty();
        }
        Integer days = jdbc.sql("select max(days) from retention_floor")
                .query(Integer.class)
                .optional()
                .orElse(null);
        if (days == null) {
            return Optional.of(
                    date + ": table retention_floor is empty; the owner of the tables says in it how many days"
                            + " a date is kept at least");
        }
        return jdbc.sql("select current_date")
                .query(LocalDate.class)
                .optional()
                .filter(today -> !date.isBefore(today.minusDays(days)))
                .map(today -> date + " is kept at least " + days + " days by the owner of the tables, who alone changes"
                        + " that (table retention_floor)");
    }

    public List<LegalHold> holds() {
        return jdbc.sql("select * from legal_hold order by hold_no")
                .query(RetiredDates::hold)
                .list();
    }

    /** The caller holds the end of the audit chain, so that two holds never get one number. */
    public long place(LocalDate from, LocalDate to, String reason, Actor who) {
        long number = jdbc.sql("select coalesce(max(hold_no), 0) + 1 from legal_hold")
                .query(Long.class)
                .single();
        jdbc.sql("insert into legal_hold (hold_no, from_date, to_date, reason, placed_by, placed_at)"
                        + " values (?, ?, cast(? as date), ?, ?, current_timestamp)")
                .params(number, from, to, reason, who.name())
                .update();
        return number;
    }

    /** @return false when there is none of this number, or somebody lifted it */
    public boolean lift(long number, String reason, Actor who) {
        return jdbc.sql("update legal_hold set lifted_by = ?, lift_reason = ?, lifted_at = current_timestamp"
                                + " where hold_no = ? and lifted_by is null")
                        .params(who.name(), reason, number)
                        .update()
                == 1;
    }

    private static Retired retired(ResultSet row, int number) throws SQLException {
        return new Retired(
                Kind.valueOf(row.getString("kind")),
                row.getObject("business_date", LocalDate.class),
                row.getLong("row_count"),
                row.getString("sha256"),
                row.getString("retired_by"),
                row.getObject("retired_at", OffsetDateTime.class));
    }

    private static LegalHold hold(ResultSet row, int number) throws SQLException {
        return new LegalHold(
                row.getLong("hold_no"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class),
                row.getString("reason"),
                row.getString("placed_by"),
                row.getObject("placed_at", OffsetDateTime.class),
                row.getString("lifted_by"),
                row.getString("lift_reason"));
    }
}
