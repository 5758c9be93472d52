package io.qingfen.cli;

import io.qingfen.retention.Retention;
import io.qingfen.retention.Retention.Due;
import io.qingfen.retention.Retention.Retired;
import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code qingfen run retention}: lets old dates leave the books, and says where they stand. */
final class RetentionRun {
    static final String JOB = "retention";
    private final Session session;
    private final Options options;

    RetentionRun(Session session, Options options) {
        this.session = session;
        this.options = options;
    }

    int retire(Actor who, boolean dryRun) {
        try (Engine engine = session.open(options.home())) {
            Retention retention = engine.part(Retention.class);
            List<Retired> left = dryRun ? List.of() : retention.retire(who);
            List<Due> due = retention.due();
            if (options.json()) {
                Map<String, Object> result = Json.envelope("run", Exit.DONE.code(), List.of());
                result.put("retired", left.stream().map(RetentionRun::json).toList());
                result.put("due", due.stream().map(RetentionRun::json).toList());
                session.console().out().println(Json.text(result));
                return Exit.DONE.code();
            }
            for (Retired one : left) {
                session.print(
                        List.of(word(one) + " " + one.businessDate() + "  left, " + Words.counted(one.rows(), "row")
                                + " in " + retention.folder(one.kind(), one.businessDate())));
            }
            due.forEach(one -> session.print(options.typeable(List.of(line(one)))));
        }
        return Exit.DONE.code();
    }

    static String line(Due due) {
        String kind = String.format("%-8s", due.kind().name().toLowerCase(Locale.ROOT));
        String dates = due.first() == null ? "nothing is due" : "due " + due.first() + " to " + due.last();
        return kind + " kept " + due.keptDays() + " days before the last closed date: " + dates
                + due.blocked().map(why -> "; what follows stays: " + why).orElse("");
    }

    private static String word(Retired one) {
        return String.format("%-8s", one.kind().name().toLowerCase(Locale.ROOT));
    }

    static Map<String, Object> json(Due due) {
        return Json.object(
                "kind", due.kind().name(),
                "keptDays", due.keptDays(),
                "first", due.first() == null ? null : due.first().toString(),
                "last", due.last() == null ? null : due.last().toString(),
                "blocked", due.blocked().orElse(null));
    }

    static Map<String, Object> json(Retired left) {
        return Json.object(
                "kind", left.kind().name(),
                "businessDate", left.businessDate().toString(),
                "rows", left.rows(),
                "sha256", left.sha256(),
                "by", left.by(),
                "at", left.at().toInstant().toString());
    }
}
