package io.qingfen.cli;

import io.qingfen.overview.NightAccounts.Headline;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.schedule.FileBoard;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which file from whom by when, as people and machines read it. */
final class FilesText {
    private final Session session;
    private final Options options;

    FilesText(Session session, Options options) {
        this.session = session;
        this.options = options;
    }

    /** Of the next date of the books the files are of interest; of any other date there is nothing to say. */
    static void requireAwaited(Engine engine, LocalDate date, List<FileBoard.Line> files) {
        boolean next = !files.isEmpty()
                && engine.accounts().latest(1).stream()
                        .anyMatch(latest -> latest.day().date().plusDays(1).equals(date));
        if (!next) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE, date + " is not in the books. Run it: qingfen run --date " + date);
        }
    }

    /** The date whose files are waited for. */
    static Optional<LocalDate> next(List<Headline> headlines) {
        return headlines.stream()
                .findFirst()
                .filter(latest -> latest.day().state().equals("CLOSED"))
                .map(latest -> latest.day().date().plusDays(1));
    }

    /** Of a date that has not begun. */
    void awaited(LocalDate date, List<FileBoard.Line> files) {
        if (options.json()) {
            Map<String, Object> result = Json.envelope("status", Exit.DONE.code(), List.of());
            result.put("night", null);
            result.put("nextDate", date.toString());
            result.put("expectedFiles", json(files));
            session.console().out().println(Json.text(result));
            return;
        }
        List<String> lines = new ArrayList<>(List.of(session.console().strong(date.toString()) + "  has not begun"));
        lines.addAll(lines(files));
        boolean enough = files.stream().allMatch(FileBoard.Line::isEnough);
        lines.add("  next      " + (enough ? "" : "deliver what is not here, then: ") + "qingfen run --date " + date);
        session.print(options.typeable(lines));
    }

    /** Below the dates of the books. */
    void next(LocalDate date, List<FileBoard.Line> files) {
        List<String> lines = new ArrayList<>();
        if (!files.isEmpty()) {
            lines.add("");
            lines.add("next date " + date);
            lines.addAll(lines(files));
        }
        session.print(lines);
    }

    static List<String> lines(List<FileBoard.Line> files) {
        List<String> lines = new ArrayList<>();
        for (FileBoard.Line line : files) {
            lines.add(
                    "  expected  " + word(line.state()) + "  " + line.expected().atLeast() + " x "
                            + line.expected().name() + from(line)
                            + line.expected().latestArrival().map(FilesText::by).orElse(""));
            line.arrivals().forEach(one -> lines.add(arrival(one)));
        }
        return lines;
    }

    private static String by(LocalTime time) {
        return " by " + time + " of the next day";
    }

    private static String from(FileBoard.Line line) {
        return line.expected().from().isEmpty()
                ? ""
                : " from " + line.expected().from();
    }

    private static String arrival(FileBoard.Arrival one) {
        return ("            " + word(one.state()) + "  " + one.name()
                        + one.seenAt().map(at -> "  seen " + at).orElse("")
                        + (one.detail().isEmpty() ? "" : "  " + one.detail()))
                .stripTrailing();
    }

    private static String word(FileBoard.State state) {
        return String.format("%-9s", state.name().toLowerCase(java.util.Locale.ROOT));
    }

    static List<Map<String, Object>> json(List<FileBoard.Line> files) {
        return files.stream()
                .map(line -> Json.object(
                        "kind", line.expected().kind(),
                        "name", line.expected().name(),
                        "from", line.expected().from(),
                        "atLeast", line.expected().atLeast(),
                        "latest", line.latest().map(Instant::toString).orElse(null),
                        "state", line.state().name(),
                        "arrivals",
                                line.arrivals().stream()
                                        .map(one -> Json.object(
                                                "name", one.name(),
                                                "state", one.state().name(),
                                                "seenAt",
                                                        one.seenAt()
                                                                .map(Instant::toString)
                                                                .orElse(null),
                                                "detail", one.detail()))
                                        .toList()))
                .toList();
    }
}
