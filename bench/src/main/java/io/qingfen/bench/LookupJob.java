package io.qingfen.bench;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;

/**
 * A chunk job as in the textbook: the authorizations go to a table with a key, and a processor looks up the one that
 * belongs to each capture.
 */
final class LookupJob implements Contender {
    private static final int CHUNK = 100;
    private static final String LOOKUP = """
            select m.fee_plan, m.merchant_class, a.channel, a.card_type, a.card_origin, a.amount, a.response_code
            from authorizations a join merchants m on m.merchant_id = a.merchant_id
            where a.terminal_id = ? and a.rrn = ? and a.txn_type = ?""";

    @Override
    public Outcome run(Path input, String url, Path scratch) throws Exception {
        try (Batch batch = new Batch(url)) {
            batch.jdbc.execute("alter table merchants add primary key (merchant_id)");
            batch.jdbc.execute("alter table authorizations add primary key (terminal_id, rrn, txn_type)");
            Job job = new JobBuilder("lookup", batch.repository)
                    .start(stage(batch, input, "merchants", 3, -1, -1))
                    .next(stage(batch, input, "authorizations", 16, 10, 12))
                    .next(match(batch, input))
                    .build();
            batch.run(job);
            try (var connection = batch.dataSource.getConnection()) {
                return Sql.outcome(connection, "matched");
            }
        }
    }

    private static Step stage(Batch batch, Path input, String table, int columns, int amount, int time) {
        return new StepBuilder(table, batch.repository)
                .<String[], String[]>chunk(CHUNK)
                .transactionManager(batch.transactions)
                .reader(Batch.rowsOf(input.resolve(table + ".csv")))
                .writer(batch.stage(table, columns, amount, time))
                .build();
    }

    private static Step match(Batch batch, Path input) {
        return new StepBuilder("match", batch.repository)
                .<String[], Matched>chunk(CHUNK)
                .transactionManager(batch.transactions)
                .reader(Batch.rowsOf(input.resolve("captures.csv")))
                .processor(capture -> matched(batch, capture))
                .writer(batch.writer("matched", Matched.COLUMNS, Matched::set))
                .build();
    }

    private static Matched matched(Batch batch, String[] capture) {
        List<Matched> found =
                batch.jdbc.query(LOOKUP, (row, number) -> matched(capture, row), capture[1], capture[8], capture[4]);
        return found.isEmpty() ? row(capture, null, "ORPHAN_CAPTURE") : found.get(0);
    }

    private static Matched matched(String[] capture, ResultSet found) throws SQLException {
        long amount = Long.parseLong(capture[6]);
        Rule.Priced priced = new Rule.Priced(
                found.getString(1),
                found.getString(2),
                found.getString(3),
                found.getString(4),
                found.getString(5),
                capture[10],
                amount);
        String status = !found.getString(7).equals("00")
                ? "DECLINED_CAPTURE"
                : found.getLong(6) != amount ? "AMOUNT_MISMATCH" : "MATCHED";
        return row(capture, priced, status);
    }

    private static Matched row(String[] capture, Rule.Priced priced, String status) {
        long amount = Long.parseLong(capture[6]);
        return new Matched(
                capture[0],
                capture[1],
                capture[2],
                capture[3],
                capture[4],
                capture[8],
                Timestamp.valueOf(LocalDateTime.parse(capture[7])),
                priced == null ? new Rule.Priced("", "", null, null, "", "", amount) : priced,
                status);
    }
}
