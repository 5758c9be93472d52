package io.qingfen.cli;

import io.qingfen.run.AuditTrail;
import io.qingfen.run.AuditTrail.End;
import io.qingfen.run.Exit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code qingfen audit}: who did what, and the proof that nobody changed what is written of it. */
@Command(
        name = "audit",
        header = "See who did what, and prove that the records of it are whole.",
        footer = {
            "",
            "Examples:",
            "  qingfen audit verify",
            "  qingfen audit end >> /mnt/elsewhere/audit-ends",
            "  qingfen audit list --action payouts. --from 2026-03-01"
        })
final class AuditCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Which one? qingfen audit verify, qingfen audit list, or qingfen audit end");
    }

    static CommandLine line(Session session) {
        return new CommandLine(new AuditCommand())
                .addSubcommand(new Verify(session))
                .addSubcommand(new EndOfChain(session))
                .addSubcommand(new AuditList(session));
    }

    @Command(
            name = "verify",
            header = "Walk the whole chain of records: any change, deletion or other order shows.",
            description =
                    "Each record holds the hash of the one before it. Whoever can write into the tables could make"
                            + " the chain anew, so keep its end elsewhere (qingfen audit end) and name that file with --kept.",
            footer = {
                "",
                "Examples:",
                "  qingfen audit verify",
                "  qingfen audit verify --kept /mnt/elsewhere/audit-ends --json"
            })
    static final class Verify implements Callable<Integer> {
        private final Session session;

        @Mixin
        private Options options;

        @Option(names = "--kept", paramLabel = "FILE", description = "Ends of the chain that were kept, one a line.")
        private Path kept;

        Verify(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            List<End> ends = kept == null ? List.of() : KeptEnds.read(kept);
            List<String> problems;
            End end;
            try (Engine engine = session.open(options.home())) {
                AuditTrail trail = engine.part(AuditTrail.class);
                end = trail.end();
                problems = trail.problems(ends);
            }
            Exit exit = problems.isEmpty() ? Exit.DONE : Exit.CONTROL_OPEN;
            new Problems(session.console()).print(problems);
            if (options.json()) {
                Map<String, Object> result = Json.envelope("audit verify", exit.code(), problems);
                result.put("whole", problems.isEmpty());
                result.put("records", end.no());
                result.put("end", end.toString());
                result.put("kept", ends.size());
                session.console().out().println(Json.text(result));
            } else {
                tell(problems.size(), end, ends.size());
            }
            return exit.code();
        }

        private void tell(int problems, End end, int ends) {
            Console console = session.console();
            String against = ends == 0 ? "" : ", held against " + Words.counted(ends, "kept end");
            console.out()
                    .println(
                            problems == 0
                                    ? console.good("whole") + ": " + Words.counted(end.no(), "record") + against
                                    : console.bad("broken") + ": " + Words.counted(problems, "problem") + against
                                            + "; find out who could write into the tables, and restore the records"
                                            + " from a backup beside these");
            console.out().println("end " + end);
        }
    }

    @Command(
            name = "end",
            header = "Print the end of the chain, to be kept where nobody who can write into the tables can.",
            footer = {"", "Examples:", "  qingfen audit end >> /mnt/elsewhere/audit-ends"})
    static final class EndOfChain implements Callable<Integer> {
        private final Session session;

        @Mixin
        private Options options;

        EndOfChain(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            End end;
            try (Engine engine = session.open(options.home())) {
                end = engine.part(AuditTrail.class).end();
            }
            if (options.json()) {
                Map<String, Object> result = Json.envelope("audit end", Exit.DONE.code(), List.of());
                result.put("end", end.toString());
                session.console().out().println(Json.text(result));
            } else {
                session.print(List.of(end.toString()));
            }
            return Exit.DONE.code();
        }
    }
}
