package io.qingfen.cli;

import io.qingfen.run.AuditTrail;
import io.qingfen.run.AuditTrail.Entry;
import io.qingfen.run.AuditTrail.Wanted;
import io.qingfen.run.Exit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code qingfen audit list}. */
@Command(
        name = "list",
        header = "List who did what, latest first.",
        footer = {
            "",
            "Examples:",
            "  qingfen audit list",
            "  qingfen audit list --by li.na --action cases. --from 2026-03-01 --to 2026-03-31",
            "  qingfen audit list --subject 2026-03-02 --limit 500 --json"
        })
final class AuditList implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Options options;

    @Option(names = "--by", paramLabel = "USER", defaultValue = "", description = "Only what this person did.")
    private String by;

    @Option(names = "--action", paramLabel = "A", defaultValue = "", description = "How the action begins.")
    private String action;

    @Option(names = "--subject", paramLabel = "S", defaultValue = "", description = "What the subject holds.")
    private String subject;

    @Option(names = "--from", paramLabel = "D", description = "First day, UTC.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "D", description = "Last day, UTC.")
    private LocalDate to;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            converter = AtLeastOne.class,
            description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(
            names = "--before",
            paramLabel = "NO",
            defaultValue = "0",
            description = "Only records with a smaller number: the next page.")
    private long before;

    AuditList(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Entry> entries;
        try (Engine engine = session.open(options.home())) {
            entries = engine.part(AuditTrail.class)
                    .find(new Wanted(
                            by, action, subject, Optional.ofNullable(from), Optional.ofNullable(to), before, limit));
        }
        if (options.json()) {
            Map<String, Object> result = Json.envelope("audit list", Exit.DONE.code(), List.of());
            result.put("records", entries.stream().map(AuditList::json).toList());
            session.console().out().println(Json.text(result));
        } else {
            entries.forEach(one -> session.print(List.of(String.join(
                    "  ",
                    "" + one.no(),
                    one.at().toString(),
                    one.actor(),
                    one.action(),
                    one.subject(),
                    one.detail()))));
            if (entries.isEmpty()) {
                session.say("No record fits.");
            } else if (entries.size() == limit) {
                session.say("There may be more: --before "
                        + entries.get(entries.size() - 1).no());
            }
        }
        return Exit.DONE.code();
    }

    private static Map<String, Object> json(Entry one) {
        return Json.object(
                "no", one.no(),
                "at", one.at().toString(),
                "actor", one.actor(),
                "action", one.action(),
                "subject", one.subject(),
                "detail", one.detail(),
                "sha256", one.sha256());
    }
}
