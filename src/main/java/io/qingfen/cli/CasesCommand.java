package io.qingfen.cli;

import io.qingfen.review.CaseKind;
import io.qingfen.review.CaseQueue;
import io.qingfen.review.CaseQueue.Filter;
import io.qingfen.review.CaseQueue.Item;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.util.List;
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

/** {@code qingfen cases}: what a person must decide. */
@Command(name = "cases", header = "List, show and decide what a person must decide.")
final class CasesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which one? qingfen cases list, or qingfen cases show ID");
    }

    static CommandLine line(Session session) {
        return new CommandLine(new CasesCommand())
                .addSubcommand(new ListThem(session))
                .addSubcommand(new Show(session))
                .addSubcommand(new CasesPropose(session))
                .addSubcommand(new CasesApprove(session))
                .addSubcommand(new CasesReject(session))
                .addSubcommand(new CasesComment(session))
                .addSubcommand(new CasesAssign(session))
                .addSubcommand(new CasesHistory(session));
    }

    @Command(
            name = "list",
            header = "List cases, most money times days that it waits first.",
            footer = {
                "",
                "Examples:",
                "  qingfen cases list",
                "  qingfen cases list --date 2026-03-03",
                "  qingfen cases list --kind ORPHAN_CAPTURE --merchant 898310000000001",
                "  qingfen cases list --expected no",
                "  qingfen cases list --all --json"
            })
    static final class ListThem implements Callable<Integer> {
        /** As they are typed. */
        enum Expected {
            yes,
            no
        }

        private static final String ROW = "%-22s %-10s %-24s %-16s %-9s %-12s %16s  %s";
        private final Session session;

        @Mixin
        private Options options;

        @Option(names = "--kind", paramLabel = "KIND", description = "Only this kind, for example ORPHAN_CAPTURE.")
        private CaseKind kind;

        @Option(names = "--date", paramLabel = "D", description = "Only those opened on this date.")
        private LocalDate date;

        @Option(names = "--merchant", paramLabel = "ID", description = "Only this merchant.")
        private String merchant;

        @Option(names = "--selection", paramLabel = "S", description = "Only those proposed together as S.")
        private String selection;

        @Option(names = "--assignee", paramLabel = "USER", description = "Only those that USER works on.")
        private String assignee;

        @Option(names = "--currency", paramLabel = "CCY", description = "Only those in this currency.")
        private String currency;

        @Option(
                names = "--expected",
                paramLabel = "WHICH",
                description = "yes: only those that may resolve themselves with later files; no: only the others.")
        private Expected expected;

        @Option(names = "--all", description = "Closed cases too.")
        private boolean all;

        @Option(
                names = "--limit",
                paramLabel = "N",
                defaultValue = "100",
                converter = AtLeastOne.class,
                description = "At most (default: 100).")
        private int limit;

        ListThem(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            List<Item> cases;
            try (Engine engine = session.open(options.home())) {
                cases = engine.part(CaseQueue.class).list(filter());
            }
            if (options.json()) {
                Map<String, Object> result = Json.envelope("cases list", Exit.DONE.code(), List.of());
                result.put("cases", cases.stream().map(CaseText::json).toList());
                session.console().out().println(Json.text(result));
            } else {
                print(cases);
            }
            return Exit.DONE.code();
        }

        private Filter filter() {
            return new Filter(
                            Optional.ofNullable(date),
                            Optional.ofNullable(kind),
                            Optional.ofNullable(merchant),
                            all ? Filter.ANY : Filter.OPEN,
                            limit,
                            Optional.ofNullable(selection),
                            Optional.ofNullable(assignee),
                            Optional.ofNullable(currency))
                    .expecting(Optional.ofNullable(expected).map(Expected.yes::equals));
        }

        private void print(List<Item> cases) {
            if (cases.isEmpty()) {
                session.say("No cases" + (all ? "." : " open."));
                return;
            }
            session.console()
                    .out()
                    .println(session.console()
                            .strong(String.format(
                                    ROW,
                                    "case",
                                    "opened",
                                    "kind",
                                    "merchant",
                                    "terminal",
                                    "rrn",
                                    "at stake",
                                    "may resolve itself until")));
            for (Item item : cases) {
                String stake = item.exposureMinor() == 0 ? "" : Words.money(item.exposureMinor(), item.currency());
                session.console()
                        .out()
                        .println(String.format(
                                        ROW,
                                        item.id(),
                                        item.openedOn(),
                                        item.kind(),
                                        item.merchantId(),
                                        item.terminalId(),
                                        item.rrn(),
                                        stake,
                                        item.expectedUntil() == null ? "" : item.expectedUntil())
                                .stripTrailing());
            }
            if (cases.size() == limit) {
                session.say("Only the first " + limit + "; more with --limit N.");
            }
        }
    }

    @Command(
            name = "show",
            header = "Show one case: both records, what may be decided and what it would do, and what was done.",
            footer = {"", "Examples:", "  qingfen cases show K0123456789abcdef0123"})
    static final class Show implements Callable<Integer> {
        private final Session session;

        @Mixin
        private Options options;

        @Parameters(paramLabel = "ID", description = "The case, as named by cases list and cases.csv.")
        private String id;

        Show(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            try (Engine engine = session.open(options.home())) {
                Item item = engine.part(CaseQueue.class)
                        .find(id)
                        .orElseThrow(() -> new Refusal(
                                Exit.USAGE_OR_REFERENCE,
                                "There is no case " + id + ". List them: qingfen cases list --all"));
                CaseFile file = CaseFile.of(engine, item);
                if (options.json()) {
                    Map<String, Object> result = Json.envelope("cases show", Exit.DONE.code(), List.of());
                    result.put("case", file.json());
                    session.console().out().println(Json.text(result));
                } else {
                    session.print(options.typeable(file.text(session.console())));
                }
            }
            return Exit.DONE.code();
        }
    }
}
