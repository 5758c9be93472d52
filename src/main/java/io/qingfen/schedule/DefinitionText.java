package io.qingfen.schedule;

import io.qingfen.run.Exit;
import io.qingfen.run.Notice;
import io.qingfen.run.Refusal;
import io.qingfen.schedule.DefinitionTree.Problems;
import io.qingfen.schedule.JobDefinition.Deadline;
import io.qingfen.schedule.JobDefinition.Notification;
import io.qingfen.schedule.JobDefinition.StartsWhen;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** A definition as text, read strictly: every problem with its line, nothing is guessed and nothing ignored. */
final class DefinitionText {
    private static final String KEEP = "; compare it with the shipped definition";
    private static final int LONGEST_PAUSE = 3600;
    private final String name;
    private final Problems problems;

    private DefinitionText(String name, String label) {
        this.name = name;
        this.problems = new Problems(label, new ArrayList<>());
    }

    /**
     * @param label the file as people find it
     * @throws Refusal with every problem
     */
    static JobDefinition parse(String name, String label, String text) {
        DefinitionText definition = new DefinitionText(name, label);
        JobDefinition read = definition.read(definition.tree(text));
        definition.refuse();
        return read;
    }

    private DefinitionTree tree(String text) {
        LoadSettings settings = LoadSettings.builder().setLabel(problems.file()).build();
        try {
            Optional<Node> top = new Compose(settings).composeString(text);
            if (top.isPresent() && top.get() instanceof MappingNode map) {
                return new DefinitionTree(map, problems);
            }
            problems.texts().add(problems.file() + ":1: is not a list of keys and values" + KEEP);
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            problems.texts().add(problems.file() + ":" + line + ": is not YAML: " + broken.getProblem() + KEEP);
        } catch (YamlEngineException | StackOverflowError broken) {
            problems.texts().add(problems.file() + ":1: is not YAML" + KEEP);
        }
        throw refusal();
    }

    private void refuse() {
        if (!problems.texts().isEmpty()) {
            throw refusal();
        }
    }

    private Refusal refusal() {
        return new Refusal(Exit.USAGE_OR_REFERENCE, problems.texts());
    }

    private JobDefinition read(DefinitionTree top) {
        top.oneOf("name", true, List.of(name));
        String description = top.optionalText("description");
        List<String> steps = top.requiredTexts("steps");
        DefinitionTree schedule = top.map("schedule", true);
        Timetable timetable = schedule == null ? null : timetable(schedule);
        StartsWhen startsWhen = schedule == null ? null : startsWhen(schedule);
        if (schedule != null) {
            schedule.oneOf("days", false, List.of("every calendar day"));
            schedule.oneOf("businessDate", false, List.of("the day before, in the zone"));
            schedule.noOthers();
        }
        parameters(top.map("parameters", false));
        List<ExpectedFile> files =
                top.maps("expectedFiles").stream().map(this::file).toList();
        String onRefusedFile = top.oneOf("onRefusedFile", true, List.of("stop", "continue"));
        Optional<Deadline> deadline =
                Optional.ofNullable(top.map("deadline", false)).flatMap(this::deadline);
        DefinitionTree retries = top.map("retries", true);
        List<Integer> pauses = retries == null ? List.of() : pauses(retries);
        List<Notification> told = top.maps("notifications").stream()
                .flatMap(one -> told(one).stream())
                .toList();
        top.noOthers();
        return new JobDefinition(
                name, description, steps, timetable, startsWhen, files, onRefusedFile, deadline, pauses, told);
    }

    private Timetable timetable(DefinitionTree schedule) {
        String cron = schedule.requiredText("cron");
        String zone = schedule.requiredText("zone");
        ZoneId at = ZoneOffset.UTC;
        try {
            at = zone.isEmpty() ? at : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            schedule.problem("zone", "is '" + zone + "', which is no time zone; write one like Asia/Shanghai");
        }
        try {
            return cron.isEmpty() ? null : new Timetable(cron, at);
        } catch (IllegalArgumentException notOne) {
            schedule.problem(
                    "cron",
                    "is '" + cron + "', which is no schedule (" + notOne.getMessage()
                            + "); write second minute hour day month weekday, like \"0 0 3 * * ?\"");
            return null;
        }
    }

    private static StartsWhen startsWhen(DefinitionTree schedule) {
        List<String> words =
                Arrays.stream(StartsWhen.values()).map(StartsWhen::words).toList();
        int given = words.indexOf(schedule.oneOf("startsWhen", true, words));
        return given < 0 ? null : StartsWhen.values()[given];
    }

    private static void parameters(DefinitionTree parameters) {
        if (parameters == null) {
            return;
        }
        for (NodeTuple pair : parameters.all()) {
            if (!(pair.getValueNode() instanceof MappingNode node)) {
                parameters.problems().add(pair.getValueNode(), "a parameter has keys: type, required, identifies");
                continue;
            }
            DefinitionTree one = new DefinitionTree(node, parameters.problems());
            one.oneOf("type", true, List.of("date", "integer"));
            one.oneOf("required", false, List.of("true", "false"));
            one.oneOf("identifies", true, List.of("the run", "nothing"));
            one.optionalText("default");
            one.noOthers();
        }
    }

    private ExpectedFile file(DefinitionTree one) {
        String kind = one.requiredText("kind");
        String shape = one.requiredText("name");
        if (!shape.isEmpty() && !ExpectedFile.isShape(shape)) {
            one.problem("name", "is '" + shape + "'; write kind_yyyyMMdd_NN.csv, other endings after ' or .'");
        }
        String from = one.optionalText("from");
        int atLeast = number(one, "atLeast", one.requiredText("atLeast"), 999);
        Optional<LocalTime> latest = one.has("latestArrival") ? time(one, "latestArrival") : Optional.empty();
        if (atLeast > 0 && !one.has("latestArrival")) {
            one.problem("latestArrival", "is missing: by when must the files be there?");
        }
        one.noOthers();
        return new ExpectedFile(kind, shape, from, atLeast, latest);
    }

    private Optional<Deadline> deadline(DefinitionTree one) {
        Optional<LocalTime> warn = time(one, "warn");
        Optional<LocalTime> late = time(one, "late");
        one.noOthers();
        if (warn.isEmpty() || late.isEmpty()) {
            return Optional.empty();
        }
        if (late.get().isBefore(warn.get())) {
            one.problem("late", "is before warn; a warning comes first");
        }
        return Optional.of(new Deadline(warn.get(), late.get()));
    }

    private List<Integer> pauses(DefinitionTree retries) {
        List<Integer> pauses = retries.requiredTexts("afterSeconds").stream()
                .map(text -> number(retries, "afterSeconds", text, LONGEST_PAUSE))
                .toList();
        retries.noOthers();
        return pauses;
    }

    private static Optional<Notification> told(DefinitionTree one) {
        List<String> words = Arrays.stream(Notice.Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList();
        int given = words.indexOf(one.oneOf("on", true, words));
        List<String> to = one.textOrTexts("to");
        one.noOthers();
        return given < 0 ? Optional.empty() : Optional.of(new Notification(Notice.Kind.values()[given], to));
    }

    private static int number(DefinitionTree one, String key, String text, int most) {
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) > most) {
            if (!text.isEmpty()) {
                one.problem(key, "is '" + text + "'; write a whole number from 0 to " + most);
            }
            return 0;
        }
        return Integer.parseInt(text);
    }

    private static Optional<LocalTime> time(DefinitionTree one, String key) {
        String text = one.requiredText(key);
        try {
            if (text.matches("[0-9]{2}:[0-9]{2}")) {
                return Optional.of(LocalTime.parse(text));
            }
        } catch (DateTimeParseException notATime) {
            // the same answer as for another shape
        }
        if (!text.isEmpty()) {
            one.problem(key, "is '" + text + "'; write a time of day like \"02:45\", with the quotes");
        }
        return Optional.empty();
    }
}
