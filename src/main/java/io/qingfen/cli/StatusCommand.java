package io.qingfen.cli;

import io.qingfen.overview.NightAccount;
import io.qingfen.overview.NightAccounts;
import io.qingfen.overview.NightAccounts.Headline;
import io.qingfen.overview.NightAccounts.Rerun;
import io.qingfen.overview.NightAccounts.StepRun;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Exit;
import io.qingfen.schedule.FileBoard;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code qingfen status}: where the dates are. */
@Command(
        name = "status",
        header = "Show where each business date is; with --date its steps, files and failure.",
        footer = {
            "",
            "Examples:",
            "  qingfen status",
            "  qingfen status --date 2026-03-02",
            "  qingfen status --date 2026-03-02 --watch",
            "  qingfen status --json"
        })
final class StatusCommand implements Callable<Integer> {
    private static final String ROW = "%-12s %-8s %-17s %-13s %10s  %s";
    private final Session session;

    @Mixin
    private Options options;

    @Option(names = "--date", paramLabel = "D", description = "One business date in detail, yyyy-MM-dd.")
    private LocalDate date;

    @Option(names = "--watch", description = "Show again every two seconds until the date is closed or has failed.")
    private boolean watch;

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "14",
            converter = AtLeastOne.class,
            description = "How many dates (default: 14).")
    private int last;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Engine engine = session.open(options.home())) {
            boolean running = show(engine);
            while (watch && running) {
                Thread.sleep(2000);
                running = show(engine);
            }
        }
        return Exit.DONE.code();
    }

    /** Whether a date is still on its way. */
    private boolean show(Engine engine) {
        if (date != null) {
            return detail(engine);
        }
        List<Headline> headlines = engine.accounts().latest(last);
        Optional<LocalDate> next = FilesText.next(headlines);
        List<FileBoard.Line> awaited = next.map(engine::files).orElse(List.of());
        if (options.json()) {
            Map<String, Object> result = Json.envelope("status", 0, List.of());
            result.put("dates", headlines.stream().map(NightJson::headline).toList());
            result.put("nextDate", next.map(LocalDate::toString).orElse(null));
            result.put("expectedFiles", FilesText.json(awaited));
            session.console().out().println(Json.text(result));
        } else if (headlines.isEmpty()) {
            session.say(options.typeable("The books are empty. Run the first date: qingfen run --date D"));
        } else {
            session.console()
                    .out()
                    .println(session.console()
                            .strong(String.format(ROW, "date", "state", "stage", "controls", "open cases", "payouts")));
            headlines.forEach(headline -> session.console().out().println(row(headline)));
            next.ifPresent(one -> new FilesText(session, options).next(one, awaited));
        }
        return headlines.stream().anyMatch(each -> each.day().state().equals("OPEN"));
    }

    private String row(Headline headline) {
        String controls = headline.controlsOpen() > 0
                ? headline.controlsOpen() + " OPEN"
                : headline.controls() == 0 ? "-" : headline.controls() + " closed";
        String payouts = headline.payouts().stream()
                .map(paid -> paid.payouts() + " x " + Words.money(paid.amountMinor(), paid.currency()) + " on "
                        + paid.valueDate())
                .collect(Collectors.joining(", "));
        return String.format(
                        ROW,
                        headline.day().date(),
                        headline.day().state(),
                        headline.stage().isEmpty() ? "-" : headline.stage(),
                        controls,
                        headline.openCases(),
                        payouts.isEmpty() ? "-" : payouts)
                .stripTrailing();
    }

    private boolean detail(Engine engine) {
        NightAccounts accounts = engine.accounts();
        List<FileBoard.Line> files = engine.files(date);
        Optional<NightAccount> found = accounts.of(date);
        if (found.isEmpty()) {
            FilesText.requireAwaited(engine, date, files);
            new FilesText(session, options).awaited(date, files);
            return false;
        }
        NightAccount account = found.get();
        if (options.json()) {
            json(accounts, account, files);
        } else {
            tell(accounts, account, files);
        }
        return account.day().state().equals("OPEN");
    }

    private void json(NightAccounts accounts, NightAccount account, List<FileBoard.Line> files) {
        Map<String, Object> result = Json.envelope("status", 0, List.of());
        result.put("night", NightJson.night(account));
        result.put("steps", accounts.steps(date).stream().map(NightJson::step).toList());
        result.put("expectedFiles", FilesText.json(files));
        result.put("rerun", accounts.rerun(date).map(NightJson::rerun).orElse(null));
        session.console().out().println(Json.text(result));
    }

    private void tell(NightAccounts accounts, NightAccount account, List<FileBoard.Line> files) {
        List<String> lines = new ArrayList<>(NightText.full(session.console(), account));
        account.files()
                .forEach(file -> lines.add("  file      " + file.name() + "  " + Words.counted(file.lines(), "line")
                        + "  " + file.state()));
        account.notices()
                .forEach(notice ->
                        lines.add("  notice    " + notice.file() + "  " + notice.notice() + "  " + notice.detail()));
        lines.addAll(FilesText.lines(files));
        accounts.steps(date).forEach(step -> lines.add(step(step)));
        accounts.position(date)
                .ifPresent(position -> lines.add("  running   " + position.step() + " " + position.partitionsDone()
                        + (position.partitions() == 0 ? "" : "/" + position.partitions()) + " partitions done"));
        Optional<Rerun> rerun = accounts.rerun(date);
        rerun.ifPresent(
                one -> lines.add("  re-run    " + one.generation() + ", by " + one.actor() + ": " + one.reason()));
        if (!account.day().state().equals("CLOSED")) {
            account.day()
                    .failure()
                    .lines()
                    .forEach(line -> lines.add("  " + session.console().bad("failure") + "   " + line));
            lines.add("  next      " + next(account.day(), rerun.isPresent()));
        }
        session.print(options.typeable(lines));
    }

    /** Results that are half set aside can only be set aside to the end; afterwards the date is a night like any other. */
    private static String next(NightAccount.Day day, boolean again) {
        if (day.state().equals("RETIRED")) {
            return "none: " + String.join("", BusinessDays.left(day.date()).problems());
        }
        if (day.state().equals("SUPERSEDING")) {
            return "a re-run was cut off while it set these results aside; go on: qingfen rerun --date " + day.date()
                    + " --reason TEXT";
        }
        if (again && day.state().equals("OPEN")) {
            return "a re-run has begun and is not complete; when none runs any more: qingfen restart --date "
                    + day.date();
        }
        return "mend what is named above, then: qingfen restart --date " + day.date();
    }

    private static String step(StepRun run) {
        String time = run.ended() == null
                ? ""
                : Duration.between(run.started(), run.ended()).toMillis() + " ms";
        return String.format("  step      %-17s %-10s %9s", run.step(), run.status(), time)
                .stripTrailing();
    }
}
