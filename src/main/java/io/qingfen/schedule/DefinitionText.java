package io.qingfen.schedule;

import io.qingfen.run.FileProblems;
import io.qingfen.run.Notice;
import io.qingfen.run.Refusal;
import io.qingfen.run.Shape;
import io.qingfen.run.YamlMap;
import io.qingfen.run.YamlText;
import io.qingfen.schedule.JobDefinition.Deadline;
import io.qingfen.schedule.JobDefinition.Notification;
import io.qingfen.schedule.JobDefinition.StartsWhen;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A definition as text, read strictly: every problem with its line, nothing is guessed and nothing ignored. */
final class DefinitionText {
    private static final Shape<String> TEXT = Shape.words(1, 1000);
    private static final Shape<LocalTime> TIME = new Shape<>("a time of day like \"02:45\", with the quotes", text -> {
        if (text.length() != 5) {
            throw new IllegalArgumentException("not hours and minutes");
        }
        return LocalTime.parse(text);
    });
    private static final Shape<String> FILE_NAME =
            new Shape<>("kind_yyyyMMdd_NN.csv, other endings after ' or .'", text -> {
                if (!ExpectedFile.isShape(text)) {
                    throw new IllegalArgumentException("no such name");
                }
                return text;
            });
    private static final Shape<Integer> PAUSE = Shape.number(0, 3600);

    private DefinitionText() {}

    /**
     * @param label the file as people find it
     * @throws Refusal with every problem
     */
    static JobDefinition parse(String name, String label, String text) {
        FileProblems problems = new FileProblems();
        Optional<JobDefinition> read = new YamlText(label, "compare it with the shipped definition", problems)
                .map(text)
                .map(top -> read(name, top));
        problems.refuse();
        return read.orElseThrow();
    }

    private static JobDefinition read(String name, YamlMap top) {
        top.value("name", Shape.among(List.of(name)));
        String description = top.optional("description", TEXT).orElse("");
        List<String> steps = top.listOfSome("steps", TEXT);
        Optional<YamlMap> schedule = top.mapThere("schedule");
        Timetable timetable = schedule.map(DefinitionText::timetable).orElse(null);
        StartsWhen startsWhen = schedule.map(DefinitionText::startsWhen).orElse(null);
        schedule.ifPresent(YamlMap::end);
        top.map("parameters").ifPresent(DefinitionText::parameters);
        List<ExpectedFile> files = top.maps("expectedFiles").stream()
                .flatMap(one -> file(one).stream())
                .toList();
        String onRefusedFile = top.value("onRefusedFile", Shape.among(List.of("stop", "continue")));
        Optional<Deadline> deadline = top.map("deadline").flatMap(DefinitionText::deadline);
        List<Integer> pauses =
                top.mapThere("retries").map(DefinitionText::pauses).orElse(List.of());
        List<Notification> told = top.maps("notifications").stream()
                .flatMap(one -> told(one).stream())
                .toList();
        top.end();
        return new JobDefinition(
                name, description, steps, timetable, startsWhen, files, onRefusedFile, deadline, pauses, told);
    }

    private static Timetable timetable(YamlMap schedule) {
        schedule.optional("days", Shape.among(List.of("every calendar day")));
        schedule.optional("businessDate", Shape.among(List.of("the day before, in the zone")));
        ZoneId zone = schedule.value("zone", Shape.ZONE);
        String cron = schedule.value("cron", TEXT);
        if (cron == null || zone == null) {
            return null;
        }
        try {
            return new Timetable(cron, zone);
        } catch (IllegalArgumentException notOne) {
            schedule.problem(
                    "cron",
                    "is '" + cron + "', which is no schedule (" + notOne.getMessage()
                            + "); write second minute hour day month weekday, like \"0 0 3 * * ?\"");
            return null;
        }
    }

    private static StartsWhen startsWhen(YamlMap schedule) {
        List<String> words =
                Arrays.stream(StartsWhen.values()).map(StartsWhen::words).toList();
        String given = schedule.value("startsWhen", Shape.among(words));
        return given == null ? null : StartsWhen.values()[words.indexOf(given)];
    }

    private static void parameters(YamlMap parameters) {
        for (String name : parameters.keys()) {
            parameters.map(name).ifPresent(one -> {
                one.value("type", Shape.among(List.of("date", "integer")));
                one.optional("required", Shape.TRUE_FALSE);
                one.value("identifies", Shape.among(List.of("the run", "nothing")));
                one.optional("default", TEXT);
                one.end();
            });
        }
        parameters.end();
    }

    private static Optional<ExpectedFile> file(YamlMap one) {
        String kind = one.value("kind", TEXT);
        String shape = one.value("name", FILE_NAME);
        String from = one.optional("from", TEXT).orElse("");
        Integer atLeast = one.value("atLeast", Shape.number(0, 999));
        Optional<LocalTime> latest = one.optional("latestArrival", TIME);
        if (atLeast != null && atLeast > 0 && !one.has("latestArrival")) {
            one.problem("latestArrival", "is missing: by when must the files be there?");
        }
        one.end();
        return one.isSound() ? Optional.of(new ExpectedFile(kind, shape, from, atLeast, latest)) : Optional.empty();
    }

    private static Optional<Deadline> deadline(YamlMap one) {
        LocalTime warn = one.value("warn", TIME);
        LocalTime late = one.value("late", TIME);
        one.end();
        if (warn == null || late == null) {
            return Optional.empty();
        }
        if (late.isBefore(warn)) {
            one.problem("late", "is before warn; a warning comes first");
        }
        return Optional.of(new Deadline(warn, late));
    }

    private static List<Integer> pauses(YamlMap retries) {
        List<Integer> pauses = retries.listOfSome("afterSeconds", PAUSE);
        retries.end();
        return pauses;
    }

    private static Optional<Notification> told(YamlMap one) {
        List<String> words = Arrays.stream(Notice.Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList();
        String given = one.value("on", Shape.among(words));
        List<String> to = one.oneOrSome("to", TEXT);
        one.end();
        return given == null
                ? Optional.empty()
                : Optional.of(new Notification(Notice.Kind.values()[words.indexOf(given)], to));
    }
}
