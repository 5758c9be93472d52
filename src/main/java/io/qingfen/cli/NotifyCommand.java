package io.qingfen.cli;

import io.qingfen.notifications.Messages;
import io.qingfen.notifications.Messages.Outcome;
import io.qingfen.notifications.NewsOutbox;
import io.qingfen.notifications.NewsOutbox.Entry;
import io.qingfen.run.Exit;
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

/** {@code qingfen notify}: whether news arrive. */
@Command(name = "notify", header = "Test notifications, or see which arrived.")
final class NotifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which one? qingfen notify test, qingfen notify list");
    }

    static CommandLine line(Session session) {
        return new CommandLine(new NotifyCommand())
                .addSubcommand(new Test(session))
                .addSubcommand(new Latest(session));
    }

    @Command(
            name = "test",
            header = "Send a test message to every address of a recipient, and say what happened.",
            description = "Needs no database. Exit 0 when all arrived, 75 when one did not, 2 when notifications.yml is"
                    + " not sound or has no such recipient.",
            footer = {"", "Examples:", "  qingfen notify test --to ops", "  qingfen notify test --to finance --json"})
    static final class Test implements Callable<Integer> {
        private final Session session;

        @Mixin
        private Options options;

        @Option(
                names = "--to",
                paramLabel = "NAME",
                required = true,
                description = "A recipient of notifications.yml, as jobs/*.yml name them.")
        private String recipient;

        Test(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Session.requireHome(options.home());
            List<Outcome> outcomes = Messages.standalone().test(options.home(), recipient);
            List<String> problems = outcomes.stream()
                    .filter(one -> !one.problem().isEmpty())
                    .map(one -> one.address() + ": " + one.problem())
                    .toList();
            Exit exit = problems.isEmpty() ? Exit.DONE : Exit.TRANSIENT;
            if (options.json()) {
                Map<String, Object> result = Json.envelope("notify test", exit.code(), problems);
                result.put("deliveries", outcomes.stream().map(Test::json).toList());
                session.console().out().println(Json.text(result));
            } else {
                outcomes.forEach(this::tell);
            }
            return exit.code();
        }

        private void tell(Outcome outcome) {
            Console console = session.console();
            String word = outcome.problem().isEmpty() ? console.good("sent  ") : console.bad("failed");
            console.out()
                    .println(word + "  " + String.format("%-8s", outcome.channel()) + outcome.address()
                            + (outcome.problem().isEmpty() ? "" : "  " + outcome.problem()));
        }

        private static Map<String, Object> json(Outcome outcome) {
            return Json.object(
                    "channel", outcome.channel(),
                    "address", outcome.address(),
                    "id", outcome.id(),
                    "sent", outcome.problem().isEmpty(),
                    "problem", outcome.problem());
        }
    }

    @Command(
            name = "list",
            header = "What was told to whom, newest first, and what did not arrive.",
            footer = {"", "Examples:", "  qingfen notify list", "  qingfen notify list --last 100 --json"})
    static final class Latest implements Callable<Integer> {
        private final Session session;

        @Mixin
        private Options options;

        @Option(
                names = "--last",
                paramLabel = "N",
                defaultValue = "20",
                converter = AtLeastOne.class,
                description = "How many (default: 20).")
        private int last;

        Latest(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            List<Entry> entries;
            try (Engine engine = session.open(options.home())) {
                entries = engine.part(NewsOutbox.class).latest(last);
            }
            if (options.json()) {
                Map<String, Object> result = Json.envelope("notify list", 0, List.of());
                result.put("deliveries", entries.stream().map(Latest::json).toList());
                session.console().out().println(Json.text(result));
            } else if (entries.isEmpty()) {
                session.say("Nothing was told to anybody yet.");
            } else {
                entries.forEach(entry -> session.console().out().println(line(entry)));
            }
            return Exit.DONE.code();
        }

        private static String line(Entry entry) {
            return String.format(
                            "%-9s  %-19s  %-18s  %s  %-8s  %-7s %s  %s",
                            entry.state(),
                            entry.at().substring(0, Math.min(19, entry.at().length())),
                            entry.news().kind(),
                            entry.news().businessDate(),
                            entry.news().recipient(),
                            entry.channel(),
                            entry.address(),
                            entry.problem())
                    .stripTrailing();
        }

        private static Map<String, Object> json(Entry entry) {
            return Json.object(
                    "kind", entry.news().kind(),
                    "job", entry.news().job(),
                    "businessDate", entry.news().businessDate().toString(),
                    "recipient", entry.news().recipient(),
                    "channel", entry.channel(),
                    "address", entry.address(),
                    "state", entry.state(),
                    "attempts", entry.attempts(),
                    "at", entry.at(),
                    "problem", entry.problem());
        }
    }
}
