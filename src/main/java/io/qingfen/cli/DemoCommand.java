package io.qingfen.cli;

import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qingfen demo}: sample stories, night by night. */
@Command(
        name = "demo",
        header = "Play a week of sample nights and say what came of them.",
        description = "Runs real nights in a fresh temporary home on the embedded database; nothing to set up, "
                + "and the home stays for you to look at.",
        footer = {
            "",
            "Examples:",
            "  qingfen demo",
            "  qingfen demo --serve                          and look at them in the console",
            "  qingfen demo --home /tmp/mine",
            "  qingfen demo --list",
            "  qingfen demo --story 2026-04-13-deposits",
            "  qingfen demo --story 2026-06-08-decisions    people decide cases between the nights"
        })
final class DemoCommand implements Callable<Integer> {
    /** Five stories of following dates in one home: what one leaves open, the next ones carry. */
    private static final List<String> WEEK = List.of(
            "2026-03-02-plain",
            "2026-03-03-orphans",
            "2026-03-04-out-of-balance",
            "2026-03-05-declined-unknown-reversed",
            "2026-03-06-mismatches");

    private final Session session;

    @Mixin
    private Options options;

    @Option(names = "--story", paramLabel = "NAME", description = "This one instead of the week.")
    private String story;

    @Option(names = "--list", description = "Name the stories.")
    private boolean list;

    @Option(names = "--serve", description = "Then open the console on them, until Ctrl-C.")
    private boolean serve;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port on 127.0.0.1 for --serve (default: QINGFEN_PORT, then 8484; 0: any that is free).")
    private String port;

    @Spec
    private CommandSpec spec;

    private LocalDate lastDate;

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        int wanted = ServeCommand.port(port, spec);
        if (list) {
            SampleDays.names()
                    .forEach(name ->
                            session.console().out().println(String.format("%-40s %s", name, SampleDays.title(name))));
            return Exit.DONE.code();
        }
        List<String> stories = story == null ? WEEK : List.of(story);
        Home home = options.homeGiven() ? options.home() : temporary();
        SampleDays.write(stories, home.root());
        int exit = play(stories, home);
        return serve && exit == Exit.DONE.code() ? served(home, wanted) : exit;
    }

    /**
     * The console on the nights that were played. The schedule stands in the morning after the last of them: it starts
     * nothing, and no night is missing.
     */
    private int served(Home home, int wanted) throws InterruptedException {
        Path clock = home.root().resolve("demo.clock");
        try {
            Files.writeString(clock, lastDate.plusDays(1) + "T02:00:00Z");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Engine engine = session.opening().openServingEmbedded(home, wanted, clock)) {
            ServeCommand.serve(session, engine, home);
        }
        return Exit.TERMINATED.code();
    }

    private int play(List<String> stories, Home home) {
        Nightly nightly = new Nightly(session, options.in(home), "demo");
        if (!options.json()) {
            session.print(List.of(
                    "Shops of a small town, night by night. Slips are what their terminals sent, host is what was",
                    "authorized; both must agree before anybody is paid."));
        }
        try (Engine engine = session.opening().openEmbedded(home)) {
            StoryActs acts = SampleDays.acts(stories);
            StoryDay day = new StoryDay(session, engine, home, options.json());
            for (LocalDate date : dates(home, acts)) {
                nightly.titled(title(stories, date));
                nightly.night(engine, date, each -> engine.run(each, Workers.DEFAULT));
                day.play(acts, date);
                lastDate = date;
            }
        } catch (Refusal refusal) {
            return nightly.refused(refusal);
        }
        if (!options.json()) {
            session.print(whatNext(home));
            session.print(tryNext(home));
        }
        return nightly.done();
    }

    /** Days without input count too when people act: the night after the last act books it. */
    private static List<LocalDate> dates(Home home, StoryActs acts) {
        List<LocalDate> dates = InboxDates.of(home);
        return acts.lastDate()
                .map(last -> dates.get(0)
                        .datesUntil(later(last, dates.get(dates.size() - 1)).plusDays(1))
                        .toList())
                .orElse(dates);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static String title(List<String> stories, LocalDate date) {
        return stories.stream()
                .filter(name -> name.startsWith(date.toString()))
                .map(SampleDays::title)
                .findFirst()
                .orElse("");
    }

    private List<String> whatNext(Home home) {
        String root = home.root().toString();
        return List.of(
                "",
                "Everything a night made is in " + root + "/outbox/DATE/",
                "  positions.csv      what each merchant gets, line by line",
                "  transactions.csv   every transaction with its fee, and the file and line it came from",
                "  cases.csv          what a person must decide",
                "  payouts/           the files for the bank",
                "  journal.ledger     the books, for hledger",
                "");
    }

    /** While the console has the books, no other command can open them. */
    private List<String> tryNext(Home home) {
        return serve
                ? List.of(
                        "The console opens on them. Sign in as admin, then make users for people (Users): who proposes,",
                        "for example with the role Finance, and who approves, with the role Approver, are two persons.")
                : List.of(
                        "Try next:",
                        "  qingfen status --home " + home.root(),
                        "  qingfen cases list --home " + home.root(),
                        "  qingfen demo --serve                        the same in the console, in a browser",
                        "  qingfen demo --story 2026-04-13-deposits    (all stories: qingfen demo --list)");
    }

    private static Home temporary() {
        try {
            return new Home(Files.createTempDirectory("qingfen-demo-").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary home; name one with --home DIR", e);
        }
    }
}
