package io.qingfen.cli;

import io.qingfen.run.Exit;
import io.qingfen.schedule.JobDefinition;
import io.qingfen.schedule.JobStarts;
import io.qingfen.schedule.JobStops.Stop;
import io.qingfen.schedule.ScheduleChanges.Listed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The schedule as people and machines read it. */
final class JobsText {
    private static final String ROW = "%-20s %-22s %-9s %-24s %s";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final int SHOWN = 80;

    private final Session session;
    private final Options options;

    JobsText(Session session, Options options) {
        this.session = session;
        this.options = options;
    }

    void list(List<Listed> all) {
        if (options.json()) {
            Map<String, Object> result = Json.envelope("jobs list", Exit.DONE.code(), List.of());
            result.put("jobs", all.stream().map(JobsText::json).toList());
            session.console().out().println(Json.text(result));
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add(session.console().strong(String.format(ROW, "job", "next start", "state", "last start", "outcome")));
        for (Listed one : all) {
            lines.add(row(one));
            one.stops().forEach(stop -> lines.add("  " + words(one.definition(), stop)));
        }
        session.print(options.typeable(lines));
    }

    private static String row(Listed one) {
        ZoneId zone = one.definition().timetable().zone();
        boolean paused = one.isPaused();
        return String.format(
                        ROW,
                        one.definition().name(),
                        one.next().map(start -> minute(start.at(), zone)).orElse("never"),
                        paused ? "paused" : "active",
                        one.last().map(seen -> minute(seen.startAt(), zone)).orElse("-"),
                        one.last().map(JobsText::outcome).orElse("-"))
                .stripTrailing();
    }

    private static String outcome(JobStarts.Seen seen) {
        String detail = seen.detail().lines().findFirst().orElse("");
        return seen.outcome() + (detail.isEmpty() ? "" : ": " + Words.cut(detail, SHOWN));
    }

    private static String words(JobDefinition definition, Stop stop) {
        String what = stop.businessDate().map(date -> date + " skipped").orElse("paused");
        return what + until(definition, stop) + " by " + stop.placedBy() + ": " + Words.cut(stop.reason(), SHOWN);
    }

    private static String until(JobDefinition definition, Stop stop) {
        return stop.until()
                .map(end -> " until " + minute(end, definition.timetable().zone()))
                .orElse(" until resumed");
    }

    private static String minute(Instant instant, ZoneId zone) {
        return MINUTE.format(LocalDateTime.ofInstant(instant, zone));
    }

    /** What a command changed, and what it means. */
    void changed(String command, JobDefinition definition, Stop stop) {
        if (options.json()) {
            Map<String, Object> result = Json.envelope(command, Exit.DONE.code(), List.of());
            result.put("job", definition.name());
            result.put("stop", json(stop));
            session.console().out().println(Json.text(result));
            return;
        }
        String what = stop.businessDate().map(date -> "business date " + date).orElse("the job");
        if (command.endsWith("resume")) {
            session.print(List.of(definition.name() + "  " + what + " is started by the schedule again"));
            return;
        }
        session.print(
                List.of(definition.name() + "  " + what + " is not started by the schedule" + until(definition, stop)));
        stop.businessDate()
                .ifPresent(date -> session.say(options.typeable(
                        "The books have no gaps: later dates wait until it is settled: qingfen run --date " + date)));
    }

    private static Map<String, Object> json(Listed one) {
        return Json.object(
                "job", one.definition().name(),
                "description", one.definition().description(),
                "cron", one.definition().timetable().cron(),
                "zone", one.definition().timetable().zone().getId(),
                "nextStart", one.next().map(start -> start.at().toString()).orElse(null),
                "paused", one.isPaused(),
                "lastStart", one.last().map(seen -> seen.startAt().toString()).orElse(null),
                "lastEnded", one.last().map(seen -> seen.endedAt().toString()).orElse(null),
                "lastOutcome", one.last().map(JobStarts.Seen::outcome).orElse(null),
                "lastDetail", one.last().map(JobStarts.Seen::detail).orElse(null),
                "stops", one.stops().stream().map(JobsText::json).toList());
    }

    private static Map<String, Object> json(Stop stop) {
        return Json.object(
                "businessDate", stop.businessDate().map(LocalDate::toString).orElse(null),
                "reason", stop.reason(),
                "until", stop.until().map(Instant::toString).orElse(null),
                "placedBy", stop.placedBy().name(),
                "placedAt", stop.placedAt().toString());
    }
}
