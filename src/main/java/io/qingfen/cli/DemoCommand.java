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
import picocli.CommandLine.Option;

/** {@code qingfen demo}: a sample story, night by night. */
@Command(
        name = "demo",
        header = "Play the nights of a sample story and say what came of them.",
        description = "Runs real nights in a fresh temporary home on the embedded database; nothing to set up, "
                + "and the home stays for you to look at.",
        footer = {
            "",
            "Examples:",
            "  qingfen demo",
            "  qingfen demo --home /tmp/mine",
            "  qingfen demo --list",
            "  qingfen demo --story 2026-03-02-plain"
        })
final class DemoCommand implements Callable<Integer> {
    static final String STORY = "demo";
    private final Session session;

    @Mixin
    private Options options;

    @Option(
            names = "--story",
            paramLabel = "NAME",
            defaultValue = STORY,
            description = "Which (default: " + STORY + ").")
    private String story;

    @Option(names = "--list", description = "Name the stories.")
    private boolean list;

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (list) {
            session.print(SampleDays.names());
            return Exit.DONE.code();
        }
        Home home = options.homeGiven() ? options.home() : temporary();
        SampleDays.copy(story, home.root());
        return play(home);
    }

    private int play(Home home) {
        Nightly nightly = new Nightly(session, options.in(home), "demo").inFull();
        try (Engine engine = session.opening().open(home)) {
            for (LocalDate date : InboxDates.of(home)) {
                nightly.night(engine, date, each -> engine.run(each, Workers.DEFAULT));
            }
        } catch (Refusal refusal) {
            return nightly.refused(refusal);
        }
        if (!options.json()) {
            session.print(whatNext(home));
        }
        return nightly.done();
    }

    private List<String> whatNext(Home home) {
        return List.of(
                "",
                "Everything of a date is in  " + home.root() + "/outbox/DATE/",
                "  positions.csv             what each merchant gets, line by line",
                "  transactions.csv          every transaction with its fee, and the file and line it came from",
                "  cases.csv                 what a person must decide",
                "  payouts/                  the files for the bank",
                "  journal.ledger            the books, for hledger",
                "",
                "Try next:",
                "  qingfen status --home " + home.root(),
                "  qingfen cases list --home " + home.root());
    }

    private static Home temporary() {
        try {
            Path directory = Files.createTempDirectory("qingfen-demo-");
            return new Home(directory.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary home; name one with --home DIR", e);
        }
    }
}
