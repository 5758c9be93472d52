package io.qingfen.bench;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;
import org.springframework.batch.infrastructure.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * A chunk job as its guide recommends: both sides staged side by side through batches that the driver rewrites into
 * statements of many rows, one cursor over their join, batches out again.
 */
final class ChunkJob implements Contender {
    private static final int CHUNK = 5_000;
    private static final String JOIN = """
            select coalesce(c.merchant_id, a.merchant_id), coalesce(c.terminal_id, a.terminal_id),
              coalesce(c.batch_no, a.batch_no), coalesce(c.trace_no, a.trace_no), coalesce(c.txn_type, a.txn_type),
              coalesce(c.rrn, a.rrn), coalesce(c.txn_time, a.txn_time), m.fee_plan, m.merchant_class, a.channel, a.card_type,
              a.card_origin, c.entry_mode, coalesce(c.amount, a.amount), a.amount, a.response_code, c.rrn, a.rrn
            from captures c
            full join authorizations a on a.terminal_id = c.terminal_id and a.rrn = c.rrn and a.txn_type = c.txn_type
            join merchants m on m.merchant_id = coalesce(c.merchant_id, a.merchant_id)""";

    @Override
    public Outcome run(Path input, String url, Path scratch) throws Exception {
        try (Batch batch = new Batch(url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true")) {
            Step merchants = stage(batch, input, "merchants", 3, -1, -1);
            Flow captures = flow(stage(batch, input, "captures", 11, 6, 7));
            Flow authorizations = flow(stage(batch, input, "authorizations", 16, 10, 12));
            Job job = new JobBuilder("chunks", batch.repository)
                    .start(flow(merchants))
                    .next(new FlowBuilder<Flow>("stage")
                            .split(new SimpleAsyncTaskExecutor())
                            .add(captures, authorizations)
                            .build())
                    .next(match(batch))
                    .end()
                    .build();
            batch.run(job);
            try (var connection = batch.dataSource.getConnection()) {
                return Sql.outcome(connection, "matched");
            }
        }
    }

    private static Flow flow(Step step) {
        return new FlowBuilder<Flow>(step.getName() + "-flow").start(step).build();
    }

    private static Step stage(Batch batch, Path input, String table, int columns, int amount, int time) {
        return new StepBuilder(table, batch.repository)
                .<String[], String[]>chunk(CHUNK)
                .transactionManager(batch.transactions)
                .reader(Batch.rowsOf(input.resolve(table + ".csv")))
                .writer(batch.stage(table, columns, amount, time))
                .build();
    }

    private static Step match(Batch batch) {
        JdbcCursorItemReader<Matched> reader = new JdbcCursorItemReaderBuilder<Matched>()
                .name("pairs")
                .dataSource(batch.dataSource)
                .sql(JOIN)
                .fetchSize(CHUNK)
                .rowMapper((row, number) -> matched(row))
                .connectionAutoCommit(false)
                .saveState(false)
                .build();
        return new StepBuilder("match", batch.repository)
                .<Matched, Matched>chunk(CHUNK)
                .transactionManager(batch.transactions)
                .reader(reader)
                .writer(batch.writer("matched", Matched.COLUMNS, Matched::set))
                .build();
    }

    private static Matched matched(ResultSet row) throws SQLException {
        long amount = row.getLong(14);
        String status = row.getString(18) == null
                ? "ORPHAN_CAPTURE"
                : row.getString(17) == null
                        ? "ORPHAN_AUTHORIZATION"
                        : !row.getString(16).equals("00")
                                ? "DECLINED_CAPTURE"
                                : row.getLong(15) != amount ? "AMOUNT_MISMATCH" : "MATCHED";
        return new Matched(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getTimestamp(7),
                new Rule.Priced(
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getString(12),
                        row.getString(13),
                        amount),
                status);
    }
}
