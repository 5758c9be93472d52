package io.qingfen.run.jdbc;

import io.qingfen.run.Audit;
import io.qingfen.run.AuditTrail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads tables audit_record and audit_head. */
@Component
class StoredAuditTrail implements AuditTrail {
    private static final String RECORDS =
            "select record_no, recorded_at, actor, action, subject, detail, sha256 from audit_record where ";
    private final JdbcClient jdbc;
    private final Audit audit;

    StoredAuditTrail(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    public List<Entry> find(Wanted wanted) {
        StringBuilder where = new StringBuilder("record_no < ?");
        List<Object> values = new ArrayList<>(List.of(wanted.before() == 0 ? Long.MAX_VALUE : wanted.before()));
        texts(wanted, where, values);
        days(wanted, where, values);
        values.add(wanted.most());
        return jdbc.sql(RECORDS + where + " order by record_no desc limit ?")
                .params(values)
                .query(StoredAuditTrail::entry)
                .list();
    }

    private static void texts(Wanted wanted, StringBuilder where, List<Object> values) {
        if (!wanted.actor().isEmpty()) {
            where.append(" and actor = ?");
            values.add(wanted.actor());
        }
        if (!wanted.action().isEmpty()) {
            where.append(" and action like ? escape '!'");
            values.add(escaped(wanted.action()) + "%");
        }
        if (!wanted.subject().isEmpty()) {
            where.append(" and subject like ? escape '!'");
            values.add("%" + escaped(wanted.subject()) + "%");
        }
    }

    private static void days(Wanted wanted, StringBuilder where, List<Object> values) {
        wanted.from().ifPresent(day -> {
            where.append(" and recorded_at >= ?");
            values.add(begin(day));
        });
        wanted.to().ifPresent(day -> {
            where.append(" and recorded_at < ?");
            values.add(begin(day.plusDays(1)));
        });
    }

    private static OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    /** Nothing in it is a pattern. */
    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    @Override
    public End end() {
        return jdbc.sql("select record_no, sha256 from audit_head where name = 'audit'")
                .query((row, no) -> new End(row.getLong(1), row.getString(2)))
                .single();
    }

    @Override
    public List<String> problems(List<End> kept) {
        List<String> problems = new ArrayList<>(audit.problems());
        for (End end : kept) {
            Optional<String> now = jdbc.sql("select sha256 from audit_record where record_no = ?")
                    .param(end.no())
                    .query(String.class)
                    .optional();
            if (end.no() > 0 && now.isEmpty()) {
                problems.add("record " + end.no() + ", which was kept as the end of the chain, is missing: records were"
                        + " cut off");
            } else if (end.no() > 0 && !now.get().equals(end.sha256())) {
                problems.add("record " + end.no() + " has not the hash that was kept of it: it or one before it was"
                        + " written anew");
            }
        }
        return problems;
    }

    private static Entry entry(ResultSet row, int no) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7));
    }
}
