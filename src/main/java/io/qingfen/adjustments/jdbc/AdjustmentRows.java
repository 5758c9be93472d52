package io.qingfen.adjustments.jdbc;

import io.qingfen.adjustments.AdjustedFees;
import io.qingfen.adjustments.Adjustment;
import io.qingfen.adjustments.Adjustment.Basis;
import io.qingfen.adjustments.AdjustmentLine;
import io.qingfen.adjustments.AdjustmentState;
import io.qingfen.money.Currency;
import io.qingfen.repricing.FeeChange;
import io.qingfen.repricing.Sum;
import io.qingfen.settlement.Line;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables adjustment and adjustment_line. Takes part in the caller's transaction. */
@Component
public class AdjustmentRows {
    private static final int AT_ONCE = 2_000;
    private static final String SELECT = "select adjustment_id, adjustment_no, from_date, to_date, plan_name,"
            + " plan_sha256, only_merchants, digest, reason, state, maker, proposed_at, checker, approved_at, ended_by,"
            + " ended_at, end_reason, business_date from adjustment";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    AdjustmentRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
    }

    /** The caller holds the end of the audit chain, so that two adjustments never get one number. */
    public long nextNumber() {
        return client.sql("select coalesce(max(adjustment_no), 0) + 1 from adjustment")
                .query(Long.class)
                .single();
    }

    /** As PROPOSED, with the database's time. */
    public void add(Adjustment adjustment, byte[] plan, List<AdjustmentLine> lines) {
        Basis basis = adjustment.basis();
        jdbc.update(
                "insert into adjustment (adjustment_id, adjustment_no, from_date, to_date, plan_name, plan_sha256,"
                        + " plan_content, only_merchants, digest, reason, state, maker, proposed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?, current_timestamp)",
                adjustment.id(),
                adjustment.number(),
                Date.valueOf(basis.from()),
                Date.valueOf(basis.to()),
                basis.planName(),
                basis.planSha256(),
                plan,
                basis.merchantsText(),
                adjustment.digest(),
                adjustment.reason(),
                adjustment.maker());
        for (int at = 0; at < lines.size(); at += AT_ONCE) {
            jdbc.batchUpdate(
                    "insert into adjustment_line (adjustment_id, priced_date, merchant_id, currency, line, old_rule,"
                            + " new_rule, item_count, amount_minor, charged_minor, other_minor)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    lines.subList(at, Math.min(at + AT_ONCE, lines.size())).stream()
                            .map(line -> row(adjustment.id(), line))
                            .toList());
        }
    }

    private static Object[] row(String id, AdjustmentLine line) {
        FeeChange change = line.change();
        Sum sum = line.sum();
        return new Object[] {
            id,
            Date.valueOf(line.date()),
            line.merchantId(),
            change.currency(),
            change.line().name(),
            change.oldRule(),
            change.newRule(),
            sum.items(),
            sum.amountMinor(),
            sum.chargedMinor(),
            sum.otherMinor()
        };
    }

    public Optional<Adjustment> find(String id) {
        return client.sql(SELECT + " where adjustment_id = ?")
                .param(id)
                .query((row, n) -> adjustment(row))
                .optional();
    }

    /** In the order in which they were proposed. */
    public List<Adjustment> all() {
        return client.sql(SELECT + " order by adjustment_no")
                .query((row, n) -> adjustment(row))
                .list();
    }

    /** Booked on this date, in the order in which they were proposed. */
    public List<Adjustment> bookedOn(LocalDate businessDate) {
        return client.sql(SELECT + " where business_date = ? order by adjustment_no")
                .param(businessDate)
                .query((row, n) -> adjustment(row))
                .list();
    }

    public byte[] plan(String id) {
        return client.sql("select plan_content from adjustment where adjustment_id = ?")
                .param(id)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    public List<AdjustmentLine> lines(String id) {
        return client.sql(
                        "select priced_date, merchant_id, currency, line, old_rule, new_rule, item_count, amount_minor,"
                                + " charged_minor, other_minor from adjustment_line where adjustment_id = ?"
                                + " order by merchant_id, currency, line desc, priced_date, old_rule, new_rule")
                .param(id)
                .query((row, n) -> line(row))
                .list();
    }

    private static AdjustmentLine line(ResultSet row) throws SQLException {
        return new AdjustmentLine(
                row.getObject("priced_date", LocalDate.class),
                row.getString("merchant_id"),
                new FeeChange(
                        row.getString("currency"),
                        Line.valueOf(row.getString("line")),
                        row.getString("old_rule"),
                        row.getString("new_rule")),
                new Sum(
                        row.getLong("item_count"),
                        row.getLong("amount_minor"),
                        row.getLong("charged_minor"),
                        row.getLong("other_minor")));
    }

    /** By merchant, currency and kind; never 0. */
    public List<AdjustedFees> fees(String id) {
        return client.sql("select merchant_id, currency, line, sum(other_minor - charged_minor) as difference"
                        + " from adjustment_line where adjustment_id = ? group by merchant_id, currency, line"
                        + " having sum(other_minor - charged_minor) <> 0 order by merchant_id, currency, line desc")
                .param(id)
                .query((row, n) -> new AdjustedFees(
                        row.getString(1),
                        Currency.of(row.getString(2)),
                        Line.valueOf(row.getString(3)),
                        row.getBigDecimal(4).longValueExact()))
                .list();
    }

    /** Fees of the same merchant, currency and date that another adjustment has, unless it was rejected or withdrawn. */
    public Optional<Doubled> doubled(String id) {
        return client.sql("select l.merchant_id, l.currency, l.priced_date, o.adjustment_id"
                        + " from adjustment_line l join adjustment_line x on x.merchant_id = l.merchant_id"
                        + " and x.priced_date = l.priced_date and x.currency = l.currency"
                        + " and x.adjustment_id <> l.adjustment_id"
                        + " join adjustment o on o.adjustment_id = x.adjustment_id"
                        + " and o.state in ('PROPOSED', 'APPROVED', 'APPLIED') where l.adjustment_id = ?"
                        + " order by o.adjustment_no, l.merchant_id, l.currency, l.priced_date fetch first 1 rows only")
                .param(id)
                .query((row, n) -> new Doubled(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        find(row.getString(4)).orElseThrow()))
                .optional();
    }

    /** @param earlier what has these fees already */
    public record Doubled(String merchantId, String currency, LocalDate date, Adjustment earlier) {}

    /** Whoever runs the date again at this moment comes before or after, never beside. @return false unless CLOSED */
    public boolean lockClosed(LocalDate date) {
        return client.sql("select state from business_day where business_date = ? for update")
                .param(date)
                .query(String.class)
                .optional()
                .filter("CLOSED"::equals)
                .isPresent();
    }

    /** @return false when it is not PROPOSED any more */
    public boolean approve(String id, String checker) {
        return jdbc.update(
                        "update adjustment set state = 'APPROVED', checker = ?, approved_at = current_timestamp"
                                + " where adjustment_id = ? and state = 'PROPOSED'",
                        checker,
                        id)
                == 1;
    }

    /** @return false when it is not in the state from which it should go */
    public boolean end(String id, AdjustmentState from, AdjustmentState to, String by, String reason) {
        return jdbc.update(
                        "update adjustment set state = ?, ended_by = ?, end_reason = ?, ended_at = current_timestamp"
                                + " where adjustment_id = ? and state = ?",
                        to.name(),
                        by,
                        reason,
                        id,
                        from.name())
                == 1;
    }

    /** What is approved belongs to this date from now on. */
    void apply(LocalDate businessDate) {
        jdbc.update(
                "update adjustment set state = 'APPLIED', business_date = ?"
                        + " where state = 'APPROVED' and to_date < ?",
                Date.valueOf(businessDate),
                Date.valueOf(businessDate));
    }

    private static Adjustment adjustment(ResultSet row) throws SQLException {
        return new Adjustment(
                row.getString("adjustment_id"),
                row.getLong("adjustment_no"),
                new Basis(
                        row.getObject("from_date", LocalDate.class),
                        row.getObject("to_date", LocalDate.class),
                        row.getString("plan_name"),
                        row.getString("plan_sha256"),
                        Basis.merchants(row.getString("only_merchants"))),
                row.getString("digest"),
                row.getString("reason"),
                AdjustmentState.valueOf(row.getString("state")),
                row.getString("maker"),
                row.getObject("proposed_at", OffsetDateTime.class),
                row.getString("checker"),
                row.getObject("approved_at", OffsetDateTime.class),
                row.getString("ended_by"),
                row.getObject("ended_at", OffsetDateTime.class),
                row.getString("end_reason"),
                row.getObject("business_date", LocalDate.class));
    }
}
