package io.qingfen.cli;

import io.qingfen.retention.LegalHolds;
import io.qingfen.retention.LegalHolds.LegalHold;
import io.qingfen.retention.Retention;
import io.qingfen.retention.Retention.Due;
import io.qingfen.retention.Retention.Retired;
import io.qingfen.run.Exit;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qingfen retention}: which dates have left the books, and which must stay. */
@Command(name = "retention", header = "See which old dates have left the books, and keep dates that must stay.")
final class RetentionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Which one? qingfen retention list, or qingfen retention hold --help");
    }

    static CommandLine line(Session session) {
        return new CommandLine(new RetentionCommand())
                .addSubcommand(new ListThem(session))
                .addSubcommand(new Hold(session))
                .addSubcommand(new Lift(session));
    }

    @Command(
            name = "list",
            header = "List what is due, what is held and what has left.",
            footer = {"", "Examples:", "  qingfen retention list", "  qingfen retention list --json"})
    static final class ListThem implements Callable<Integer> {
        private final Session session;

        @Mixin
        private Options options;

        ListThem(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            try (Engine engine = session.open(options.home())) {
                Retention retention = engine.part(Retention.class);
                tell(retention.due(), engine.part(LegalHolds.class).list(), retention.retired());
            }
            return Exit.DONE.code();
        }

        private void tell(List<Due> due, List<LegalHold> holds, List<Retired> left) {
            if (options.json()) {
                Map<String, Object> result = Json.envelope("retention list", Exit.DONE.code(), List.of());
                result.put("due", due.stream().map(RetentionRun::json).toList());
                result.put("holds", holds.stream().map(RetentionCommand::json).toList());
                result.put("retired", left.stream().map(RetentionRun::json).toList());
                session.console().out().println(Json.text(result));
                return;
            }
            due.forEach(one -> session.print(List.of(RetentionRun.line(one))));
            holds.forEach(one -> session.print(List.of("hold " + words(one))));
            left.forEach(one -> session.print(List.of("left     " + one.businessDate() + "  "
                    + one.kind().name().toLowerCase(Locale.ROOT) + ", " + Words.counted(one.rows(), "row") + ", by "
                    + one.by() + ", SHA-256 " + one.sha256())));
        }
    }

    @Command(
            name = "hold",
            header = "Keep dates, and all later ones, however old they are.",
            footer = {
                "",
                "Examples:",
                "  qingfen retention hold --from 2026-03-01 --to 2026-03-31 --reason \"court order 2036-17\" --as li.na"
            })
    static final class Hold implements Callable<Integer> {
        private final Session session;

        @Mixin
        private Options options;

        @Mixin
        private ActingAs actingAs;

        @Option(names = "--from", required = true, paramLabel = "D", description = "First business date that stays.")
        private LocalDate from;

        @Option(names = "--to", paramLabel = "D", description = "Last one (default: every later one).")
        private LocalDate to;

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 3 to 500 characters.")
        private String reason;

        Hold(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            try (Engine engine = session.open(options.home())) {
                LegalHold held =
                        engine.part(LegalHolds.class).place(actingAs.actor(), from, Optional.ofNullable(to), reason);
                told(session, options, "retention hold", held);
            }
            return Exit.DONE.code();
        }
    }

    @Command(
            name = "lift",
            header = "End a hold: its dates leave when they are old enough.",
            footer = {"", "Examples:", "  qingfen retention lift 1 --reason \"case closed\" --as li.na"})
    static final class Lift implements Callable<Integer> {
        private final Session session;

        @Mixin
        private Options options;

        @Mixin
        private ActingAs actingAs;

        @Parameters(paramLabel = "N", description = "The hold, as numbered by retention list.")
        private long number;

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 3 to 500 characters.")
        private String reason;

        Lift(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            try (Engine engine = session.open(options.home())) {
                told(
                        session,
                        options,
                        "retention lift",
                        engine.part(LegalHolds.class).lift(actingAs.actor(), number, reason));
            }
            return Exit.DONE.code();
        }
    }

    private static void told(Session session, Options options, String command, LegalHold hold) {
        if (options.json()) {
            Map<String, Object> result = Json.envelope(command, Exit.DONE.code(), List.of());
            result.put("hold", json(hold));
            session.console().out().println(Json.text(result));
            return;
        }
        session.print(List.of("legal hold " + words(hold)));
    }

    private static String words(LegalHold hold) {
        String period = hold.from() + (hold.to() == null ? " on" : " to " + hold.to());
        String lifted = hold.liftedBy() == null ? "" : "; lifted by " + hold.liftedBy() + ": " + hold.liftReason();
        return hold.number() + "  " + period + ", by " + hold.placedBy() + ": " + hold.reason() + lifted;
    }

    private static Map<String, Object> json(LegalHold hold) {
        return Json.object(
                "number", hold.number(),
                "from", hold.from().toString(),
                "to", hold.to() == null ? null : hold.to().toString(),
                "reason", hold.reason(),
                "placedBy", hold.placedBy(),
                "placedAt", hold.placedAt().toInstant().toString(),
                "liftedBy", hold.liftedBy(),
                "liftReason", hold.liftReason());
    }
}
