package io.qingfen.cli;

import io.qingfen.overview.NightAccounts;
import io.qingfen.run.Home;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Plays what happens by day in a story: files arrive, people type commands; shown as a terminal would show it. */
final class StoryDay {
    private final Session session;
    private final Engine engine;
    private final Home home;
    private final boolean silent;

    /** @param silent when the result is for machines */
    StoryDay(Session session, Engine engine, Home home, boolean silent) {
        this.session = session;
        this.engine = engine;
        this.home = home;
        this.silent = silent;
    }

    /** What comes between this date's night and the next. */
    void play(StoryActs acts, LocalDate date) {
        List<String> shown = new ArrayList<>();
        acts.deliver(date, home.inbox()).forEach(name -> shown.add(arrived(name)));
        for (StoryActs.Act act : acts.after(date)) {
            if (act.arriving().isPresent()) {
                acts.deliver(act, home.inbox());
                shown.add(arrived(act.arriving().get()));
            } else {
                shown.addAll(command(act));
            }
        }
        if (!silent && !shown.isEmpty()) {
            session.print(List.of("", "By day, after the night of " + date + ":"));
            session.print(shown);
        }
    }

    private static String arrived(String name) {
        return "  " + name + " arrives in inbox/";
    }

    private List<String> command(StoryActs.Act act) {
        List<String> shown = new ArrayList<>(List.of("  $ qingfen " + act.typed()));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit = typed(act, said);
        said.toString(StandardCharsets.UTF_8).lines().forEach(line -> shown.add(("    " + line).stripTrailing()));
        if (exit != 0) {
            shown.add("    exit code " + exit + (exit == act.exit() ? ", as the story tells" : ""));
        }
        return shown;
    }

    private int typed(StoryActs.Act act, ByteArrayOutputStream said) {
        try (PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            Console console = new Console(both, both, false, false);
            Program program = new Program(new Session(console, new Engine.Opening() {
                @Override
                public Engine open(Home ignored) {
                    return new Open(engine);
                }

                @Override
                public Engine openEmbedded(Home ignored) {
                    return new Open(engine);
                }
            }));
            return program.execute(act.arguments(home.root()).toArray(String[]::new));
        }
    }

    /** The books of the demo, which a single command does not close. */
    private record Open(Engine engine) implements Engine {
        @Override
        public void run(LocalDate date, int workers) {
            engine.run(date, workers);
        }

        @Override
        public void restart(LocalDate date, int workers) {
            engine.restart(date, workers);
        }

        @Override
        public List<LocalDate> datesUntil(LocalDate until) {
            return engine.datesUntil(until);
        }

        @Override
        public void requireRunnable(LocalDate date) {
            engine.requireRunnable(date);
        }

        @Override
        public void requireRestartable(LocalDate date) {
            engine.requireRestartable(date);
        }

        @Override
        public NightAccounts accounts() {
            return engine.accounts();
        }

        @Override
        public <T> T part(Class<T> type) {
            return engine.part(type);
        }

        @Override
        public void close() {
            // the demo goes on with them
        }
    }
}
