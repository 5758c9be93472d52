package io.qingfen.run.jdbc;

import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.AuditTrail.End;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tables audit_record and audit_head. The head is locked while a record is added, so that the chain never forks; times
 * are cut to microseconds before they are hashed, since that is what both databases keep.
 */
@Component
class JdbcAudit implements Audit {
    private static final int MOST_PROBLEMS = 100;
    private final JdbcClient jdbc;

    JdbcAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Stored(
            long recordNo,
            Instant at,
            String actor,
            String action,
            String subject,
            String detail,
            String previous,
            String sha256) {

        /** Every field with its length before it: no two records have the same text. */
        String digest() {
            StringBuilder text = new StringBuilder("1");
            for (String field :
                    List.of(Long.toString(recordNo), at.toString(), actor, action, subject, detail, previous)) {
                text.append('|').append(field.length()).append(':').append(field);
            }
            return JdbcAudit.sha256(text.toString());
        }
    }

    /** Mandatory: a record without the act, or an act without its record, must not happen. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, String action, String subject, String detail) {
        End head = jdbc.sql("select record_no, sha256 from audit_head where name = 'audit' for update")
                .query((row, n) -> new End(row.getLong(1), row.getString(2)))
                .single();
        Instant now = jdbc.sql("select current_timestamp")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single()
                .truncatedTo(ChronoUnit.MICROS);
        Stored record = new Stored(head.no() + 1, now, actor.name(), action, subject, detail, head.sha256(), "");
        String sha256 = record.digest();
        jdbc.sql("insert into audit_record (record_no, recorded_at, actor, action, subject, detail, previous_sha256,"
                        + " sha256) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        record.recordNo(),
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                        record.actor(),
                        action,
                        subject,
                        detail,
                        head.sha256(),
                        sha256)
                .update();
        jdbc.sql("update audit_head set record_no = ?, sha256 = ? where name = 'audit'")
                .params(record.recordNo(), sha256)
                .update();
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        End[] last = {new End(0, "0".repeat(64))};
        jdbc.sql("select * from audit_record order by record_no").query((ResultSet row) -> {
            Stored record = stored(row);
            check(record, last[0], problems);
            last[0] = new End(record.recordNo(), record.sha256());
        });
        End head = jdbc.sql("select record_no, sha256 from audit_head where name = 'audit'")
                .query((row, n) -> new End(row.getLong(1), row.getString(2)))
                .single();
        if (!head.equals(last[0])) {
            problems.add("the chain ends with record " + last[0].no() + ", its head says " + head.no()
                    + ": records were cut off or changed");
        }
        return problems;
    }

    private static void check(Stored record, End before, List<String> problems) {
        if (problems.size() >= MOST_PROBLEMS) {
            return;
        }
        if (record.recordNo() != before.no() + 1) {
            problems.add("record " + record.recordNo() + " follows record " + before.no()
                    + ": records between them are missing");
        } else if (!record.previous().equals(before.sha256())) {
            problems.add("record " + record.recordNo() + " does not continue record " + before.no());
        }
        if (!record.sha256().equals(record.digest())) {
            problems.add("record " + record.recordNo() + " was changed: its hash is not that of its fields");
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getLong("record_no"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("previous_sha256"),
                row.getString("sha256"));
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
