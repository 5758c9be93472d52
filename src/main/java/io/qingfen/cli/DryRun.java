package io.qingfen.cli;

import io.qingfen.overview.NightAccounts.StepRun;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Says what {@code run} and {@code restart} would do. Opens no books that are not there, so that looking creates nothing. */
final class DryRun {
    static final String NOTHING = "Nothing was changed (--dry-run).";
    private final Session session;
    private final Options options;

    DryRun(Session session, Options options) {
        this.session = session;
        this.options = options;
    }

    int tell(LocalDate date, LocalDate until) {
        Home home = options.home();
        Session.requireHome(home);
        List<LocalDate> dates = dates(home, date, until);
        List<String> lines = new ArrayList<>();
        LocalDate before = LocalDate.MIN;
        for (LocalDate each : dates) {
            List<String> files = files(home, before, each);
            lines.add(each + "  would run with " + Words.counted(files.size(), "input file"));
            files.forEach(file -> lines.add("  " + file));
            before = each;
        }
        if (dates.isEmpty()) {
            lines.add("nothing to run: " + (date != null ? date : "every date until " + until) + " is closed");
        }
        print("run", dates, lines);
        return Exit.DONE.code();
    }

    /** Refuses what {@code restart} would refuse. */
    int tellRestart(LocalDate date) {
        Home home = options.home();
        Session.requireHome(home);
        if (newBooks(home)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "There are no books yet, so nothing of " + date + " has begun. Type: qingfen run --date " + date);
        }
        List<StepRun> steps;
        try (Engine engine = session.opening().open(home)) {
            engine.requireRestartable(date);
            steps = engine.accounts().steps(date);
        }
        long kept = steps.stream()
                .filter(StepRun::completed)
                .map(StepRun::step)
                .distinct()
                .count();
        String begun = steps.stream()
                .max(Comparator.comparing(StepRun::started))
                .map(step -> "; the last that was begun is " + step.step())
                .orElse("");
        print(
                "restart",
                List.of(date),
                List.of(date + "  would go on with " + Words.counted(kept, "step") + " done and kept" + begun));
        return Exit.DONE.code();
    }

    private void print(String command, List<LocalDate> dates, List<String> lines) {
        if (options.json()) {
            Map<String, Object> result = Json.envelope(command, 0, List.of());
            result.put("dryRun", true);
            result.put("dates", dates.stream().map(LocalDate::toString).toList());
            session.console().out().println(Json.text(result));
        } else {
            session.print(lines);
            session.say(NOTHING);
        }
    }

    private List<LocalDate> dates(Home home, LocalDate date, LocalDate until) {
        if (newBooks(home)) {
            return date != null ? List.of(date) : InboxDates.firstUntil(home, until);
        }
        try (Engine engine = session.opening().open(home)) {
            if (until != null) {
                return engine.datesUntil(until);
            }
            boolean closed = engine.accounts().of(date).stream()
                    .anyMatch(account -> account.day().state().equals("CLOSED"));
            if (closed) {
                return List.of();
            }
            engine.requireRunnable(date);
            return List.of(date);
        }
    }

    private static boolean newBooks(Home home) {
        return !Files.exists(home.data())
                && !System.getenv().containsKey("QINGFEN_DB_URL")
                && !Files.exists(home.settings());
    }

    private static List<String> files(Home home, LocalDate after, LocalDate until) {
        return InboxDates.files(home).stream()
                .filter(file -> file.date().isAfter(after) && !file.date().isAfter(until))
                .map(InboxDates.Waiting::name)
                .toList();
    }
}
