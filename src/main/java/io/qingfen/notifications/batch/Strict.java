package io.qingfen.notifications.batch;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Keys and values of YAML, read strictly: each problem with its line, nothing guessed, nothing ignored. */
final class Strict {
    private static final int LONGEST = 64 << 10;
    private final String file;
    private final int line;
    private final List<String> problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    private Strict(String file, MappingNode map, List<String> problems) {
        this.file = file;
        this.line = line(map);
        this.problems = problems;
        for (NodeTuple pair : map.getValue()) {
            String key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            lines.putIfAbsent(key, line(pair.getKeyNode()));
            if (values.putIfAbsent(key, pair.getValueNode()) != null) {
                problem(line(pair.getKeyNode()), key + " stands twice; remove one");
            }
        }
    }

    /** @throws Refusal when it is no YAML mapping */
    static Strict of(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(LONGEST)
                .setMaxAliasesForCollections(10)
                .build();
        try {
            Optional<Node> top = new Compose(settings).composeString(text);
            if (top.isPresent() && top.get() instanceof MappingNode map) {
                return new Strict(file, map, new ArrayList<>());
            }
            throw new Refusal(Exit.USAGE_OR_REFERENCE, file + ":1: is not a list of keys and values");
        } catch (MarkedYamlEngineException broken) {
            int at = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new Refusal(Exit.USAGE_OR_REFERENCE, file + ":" + at + ": is not YAML: " + broken.getProblem());
        } catch (YamlEngineException | StackOverflowError broken) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, file + ":1: is not YAML that could be read");
        }
    }

    /** Problems of the whole file so far. */
    List<String> problems() {
        return problems;
    }

    Set<String> keys() {
        return values.keySet();
    }

    Optional<Strict> map(String key) {
        known.add(key);
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof MappingNode map) {
            return Optional.of(new Strict(file, map, problems));
        }
        problem(key, "is not keys and values");
        return Optional.empty();
    }

    /** Empty, and a problem, when it is missing or has another shape. */
    Optional<String> text(String key, Pattern shape, String expected) {
        if (!values.containsKey(key)) {
            known.add(key);
            problem(line, key + " is missing; give " + expected);
            return Optional.empty();
        }
        return optional(key, shape, expected);
    }

    Optional<String> optional(String key, Pattern shape, String expected) {
        known.add(key);
        Node node = values.get(key);
        return node == null ? Optional.empty() : scalar(key, node, shape, expected);
    }

    /** Empty when the key is missing. */
    List<String> list(String key, Pattern shape, String expected) {
        known.add(key);
        Node node = values.get(key);
        if (node instanceof SequenceNode items) {
            return items.getValue().stream()
                    .flatMap(item -> scalar(key, item, shape, expected).stream())
                    .toList();
        }
        if (node != null) {
            problem(key, "is not a list like [a, b]");
        }
        return List.of();
    }

    void end() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                problem(key, "is not known here; known: " + String.join(", ", known));
            }
        }
    }

    void problem(String key, String what) {
        problem(lines.getOrDefault(key, line), key + " " + what);
    }

    private void problem(int at, String what) {
        problems.add(file + ":" + at + ": " + what);
    }

    private Optional<String> scalar(String key, Node node, Pattern shape, String expected) {
        if (node instanceof ScalarNode scalar
                && shape.matcher(scalar.getValue()).matches()) {
            return Optional.of(scalar.getValue());
        }
        problem(line(node), key + " is not " + expected);
        return Optional.empty();
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
