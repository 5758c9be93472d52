package io.qingfen.clearing.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.clearing.Digits;
import io.qingfen.intake.TerminalBatch;
import io.qingfen.matching.BatchCheck;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table terminal_batch: which batches were seen before, and each terminal's last one. */
public final class EarlierBatches {
    private final JdbcTemplate jdbc;
    private final LocalDate businessDate;
    private final BulkLoad bulk;

    EarlierBatches(JdbcTemplate jdbc, LocalDate businessDate, BulkLoad bulk) {
        this.jdbc = jdbc;
        this.businessDate = businessDate;
        this.bulk = bulk;
    }

    /** Of these batches, the ones that an earlier date has seen, by terminal id. */
    public Map<String, Set<BatchCheck.Identity>> seen(Collection<TerminalBatch> batches) {
        Map<String, Set<BatchCheck.Identity>> seen = new HashMap<>();
        if (batches.isEmpty()) {
            return seen;
        }
        List<TerminalBatch> list = new ArrayList<>(batches);
        jdbc.query(
                con -> {
                    var statement = con.prepareStatement(
                            "select b.terminal_id, b.batch_no, b.closed_at from (select distinct terminal_id, batch_no,"
                                    + " closed_at from unnest(cast(? as varchar array), cast(? as varchar array),"
                                    + " cast(? as bigint array)) as u(terminal_id, batch_no, closed_at)) k"
                                    + " join terminal_batch b on b.terminal_id = k.terminal_id"
                                    + " and b.closed_at = k.closed_at and b.batch_no = k.batch_no");
                    statement.setArray(1, con.createArrayOf("varchar", ids(list)));
                    statement.setArray(
                            2,
                            con.createArrayOf(
                                    "varchar",
                                    list.stream()
                                            .map(batch -> Digits.six(batch.batchNo()))
                                            .toArray()));
                    statement.setArray(
                            3,
                            con.createArrayOf(
                                    "bigint",
                                    list.stream().map(TerminalBatch::closedAt).toArray()));
                    return statement;
                },
                row -> {
                    seen.computeIfAbsent(row.getString(1), id -> new HashSet<>())
                            .add(new BatchCheck.Identity(Integer.parseInt(row.getString(2)), row.getLong(3)));
                });
        return seen;
    }

    private static Object[] ids(List<TerminalBatch> batches) {
        return batches.stream().map(batch -> batch.terminal().id()).toArray();
    }

    /** The batch closed last before today, by terminal id; terminals without one are absent. */
    public Map<String, Last> last(Collection<String> terminalIds) {
        Map<String, Last> last = new HashMap<>();
        jdbc.query(
                con -> {
                    var statement = con.prepareStatement(
                            "select b.terminal_id, b.batch_no, b.business_date from (select terminal_id,"
                                    + " max(closed_at) as closed_at from (select distinct terminal_id as id from"
                                    + " unnest(cast(? as varchar array)) as u(terminal_id)) t join terminal_batch"
                                    + " on terminal_id = t.id group by terminal_id) k join terminal_batch b on b.terminal_id = k.terminal_id"
                                    + " and b.closed_at = k.closed_at order by b.terminal_id, b.batch_no");
                    statement.setArray(1, con.createArrayOf("varchar", terminalIds.toArray()));
                    return statement;
                },
                row -> {
                    LocalDate on = row.getDate(3).toLocalDate();
                    last.put(row.getString(1), new Last(Integer.parseInt(row.getString(2)), on));
                });
        return last;
    }

    /** Remembers today's batches that count. */
    public void write(List<TerminalBatch> batches) {
        try (BulkRows rows = bulk.into(
                "terminal_batch",
                "terminal_id",
                "batch_no",
                "closed_at",
                "merchant_id",
                "business_date",
                "file_no",
                "line_no")) {
            for (TerminalBatch batch : batches) {
                rows.text(batch.terminal().id())
                        .text(Digits.six(batch.batchNo()))
                        .number(batch.closedAt())
                        .text(batch.merchant().id())
                        .date(businessDate)
                        .number(batch.source().file())
                        .number(batch.source().line())
                        .end();
            }
        }
    }

    /** A terminal's last batch before today. */
    public record Last(int batchNo, LocalDate on) {}
}
