package io.qingfen.intake.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.intake.Reject;
import io.qingfen.intake.RoutedRecords;
import io.qingfen.intake.Tally;
import io.qingfen.intake.Tally.Outcome;
import io.qingfen.intake.Tally.RecordKind;
import io.qingfen.intake.WorkingSet.TerminalRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class JdbcRoutedRecords implements RoutedRecords {
    private static final int FETCH = 1_000;
    /** Amounts only where they are of one currency. */
    private static final String NIGHT_TOTALS = """
            insert into night_total (business_date, step, partition_name, measure, currency, item_count, amount_minor)
            select business_date, 'routeRecords', '*', record_kind || '_' || outcome, currency,
                   sum(item_count), sum(case when currency = 'XXX' then 0 else amount_minor end)
              from (select business_date, record_kind, outcome, currency, item_count, amount_minor
                      from intake_tally
                     where business_date = ? and record_kind in ('BATCHES', 'CAPTURES', 'AUTHORIZATIONS')
                    union all
                    select business_date, record_kind, 'PRESENT', currency, item_count, amount_minor
                      from intake_tally
                     where business_date = ? and record_kind in ('BATCHES', 'CAPTURES', 'AUTHORIZATIONS')) tallies
             group by business_date, record_kind, outcome, currency
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final BulkLoad bulk;

    JdbcRoutedRecords(JdbcClient jdbc, JdbcTemplate template, BulkLoad bulk) {
        this.jdbc = jdbc;
        this.template = template;
        this.bulk = bulk;
    }

    @Override
    public RejectRows rejects(LocalDate businessDate) {
        BulkRows rows =
                bulk.into("reject", "business_date", "file_no", "line_no", "record_type", "reason", "field", "detail");
        return new RejectRows() {
            @Override
            public void add(Reject reject) {
                rows.date(businessDate)
                        .number(reject.source().file())
                        .number(reject.source().line());
                rows.text(reject.recordType()).text(reject.reason().name());
                rows.text(reject.field()).text(reject.detail()).end();
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }

    @Override
    public void tallies(LocalDate businessDate, int segment, List<Tally> tallies) {
        try (BulkRows rows = bulk.into(
                "intake_tally",
                "business_date",
                "segment_no",
                "file_no",
                "record_kind",
                "outcome",
                "currency",
                "digits",
                "item_count",
                "amount_minor",
                "unreadable")) {
            for (Tally tally : tallies) {
                rows.date(businessDate).number(segment).number(tally.file());
                rows.text(tally.kind().name()).text(tally.outcome().name()).text(tally.currency());
                rows.number(tally.digits()).number(tally.count()).number(tally.amountMinor());
                rows.number(tally.unreadable()).end();
            }
        }
    }

    @Override
    public void eachTally(LocalDate businessDate, Consumer<Tally> consumer) {
        template.query(
                connection -> {
                    var query = connection.prepareStatement(
                            "select file_no, record_kind, outcome, currency, digits, item_count, amount_minor,"
                                    + " unreadable from intake_tally where business_date = ?"
                                    + " order by file_no, segment_no");
                    query.setFetchSize(FETCH);
                    query.setObject(1, businessDate);
                    return query;
                },
                row -> {
                    consumer.accept(tally(row));
                });
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getInt("file_no"),
                RecordKind.valueOf(row.getString("record_kind")),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("currency"),
                row.getInt("digits"),
                row.getLong("item_count"),
                row.getLong("amount_minor"),
                row.getLong("unreadable"));
    }

    @Override
    public void nightTotals(LocalDate businessDate) {
        jdbc.sql(NIGHT_TOTALS).param(businessDate).param(businessDate).update();
    }

    @Override
    public void ranges(LocalDate businessDate, List<TerminalRange> ranges) {
        try (BulkRows rows =
                bulk.into("working_range", "business_date", "range_no", "begin_terminal", "end_terminal")) {
            for (TerminalRange range : ranges) {
                rows.date(businessDate).number(range.number());
                rows.number(range.begin()).number(range.end()).end();
            }
        }
    }

    @Override
    public List<TerminalRange> ranges(LocalDate businessDate) {
        return jdbc.sql("select range_no, begin_terminal, end_terminal from working_range where business_date = ?"
                        + " order by range_no")
                .param(businessDate)
                .query((row, number) -> new TerminalRange(row.getInt(1), row.getInt(2), row.getInt(3)))
                .list();
    }
}
