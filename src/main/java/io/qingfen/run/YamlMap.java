package io.qingfen.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Keys and values of a YAML mapping: reads values as text (a number and the same number in quotes are one), and reports
 * each that is wrong. Not sound any more after a problem in it or below it.
 */
public final class YamlMap {
    private final String file;
    private final int line;
    private final FileProblems problems;
    private final YamlMap above;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();
    private boolean sound = true;

    YamlMap(String file, MappingNode node, FileProblems problems) {
        this(file, node, problems, null);
    }

    private YamlMap(String file, MappingNode node, FileProblems problems, YamlMap above) {
        this.file = file;
        this.line = line(node);
        this.problems = problems;
        this.above = above;
        node.getValue().forEach(this::put);
    }

    private void put(NodeTuple pair) {
        int at = line(pair.getKeyNode());
        if (!(pair.getKeyNode() instanceof ScalarNode key)) {
            problem(at, "", "a key must be plain text");
            return;
        }
        lines.putIfAbsent(key.getValue(), at);
        if (values.putIfAbsent(key.getValue(), pair.getValueNode()) != null) {
            problem(at, key.getValue(), "stands twice, first on line " + lines.get(key.getValue()) + "; remove one");
        }
    }

    public int line() {
        return line;
    }

    /** Line of the key, or of the mapping when it lacks the key. */
    public int line(String key) {
        return lines.getOrDefault(key, line);
    }

    public boolean isSound() {
        return sound;
    }

    public Set<String> keys() {
        return values.keySet();
    }

    public boolean has(String key) {
        known.add(key);
        return values.containsKey(key);
    }

    public boolean hasMap(String key) {
        return has(key) && values.get(key) instanceof MappingNode;
    }

    public boolean hasList(String key) {
        return has(key) && values.get(key) instanceof SequenceNode;
    }

    /** The value, or null and a problem when it is missing or has another shape. */
    public <T> T value(String key, Shape<T> shape) {
        if (!has(key)) {
            problem(line, key, "is missing; give " + shape.expected());
            return null;
        }
        return scalar(key, values.get(key), shape);
    }

    /** Absent when the key is; otherwise as {@link #value}. */
    public <T> Optional<T> optional(String key, Shape<T> shape) {
        return has(key) ? Optional.ofNullable(value(key, shape)) : Optional.empty();
    }

    /** The values of a list, those with another shape left out and reported; empty when the key is absent. */
    public <T> List<T> list(String key, Shape<T> shape) {
        List<T> list = new ArrayList<>();
        for (Node item : items(key, "a list like [A, B]")) {
            T value = scalar(key, item, shape);
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }

    /** As {@link #list}, and a problem when the key is absent or its list is empty. */
    public <T> List<T> listOfSome(String key, Shape<T> shape) {
        if (!has(key)) {
            problem(line, key, "is missing; give a list like [A, B]");
            return List.of();
        }
        if (hasList(key) && ((SequenceNode) values.get(key)).getValue().isEmpty()) {
            problem(key, "is an empty list; give " + shape.expected());
        }
        return list(key, shape);
    }

    /** One value, or a list of some. */
    public <T> List<T> oneOrSome(String key, Shape<T> shape) {
        return has(key) && values.get(key) instanceof ScalarNode
                ? optional(key, shape).map(List::of).orElse(List.of())
                : listOfSome(key, shape);
    }

    /** The mapping under the key, or a problem when there is none. */
    public Optional<YamlMap> mapThere(String key) {
        if (!has(key)) {
            problem(line, key, "is missing; give keys and values");
            return Optional.empty();
        }
        return map(key);
    }

    /** The mappings of a list; empty when the key is absent. */
    public List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node item : items(key, "a list of entries, each beginning with -")) {
            if (item instanceof MappingNode map) {
                maps.add(new YamlMap(file, map, problems, this));
            } else {
                problem(line(item), key, "has an entry that is not keys and values");
            }
        }
        return maps;
    }

    /** The mapping under the key; absent when the key is, or reported when it is something else. */
    public Optional<YamlMap> map(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        if (values.get(key) instanceof MappingNode map) {
            return Optional.of(new YamlMap(file, map, problems, this));
        }
        problem(line(key), key, "is not keys and values");
        return Optional.empty();
    }

    /** Reports every key that nobody asked for. */
    public void end() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                problem(line(key), FileProblem.shown(key), "is not known here; known: " + String.join(", ", known));
            }
        }
    }

    public void problem(String key, String what) {
        problem(line(key), key, what);
    }

    public void warn(String key, String what) {
        problems.warn(file, line(key), key, what);
    }

    private void problem(int at, String key, String what) {
        problems.add(file, at, key, what);
        for (YamlMap map = this; map != null; map = map.above) {
            map.sound = false;
        }
    }

    private List<Node> items(String key, String expected) {
        if (!has(key)) {
            return List.of();
        }
        if (values.get(key) instanceof SequenceNode list) {
            return list.getValue();
        }
        problem(line(key), key, "is not " + expected);
        return List.of();
    }

    private <T> T scalar(String key, Node node, Shape<T> shape) {
        if (!(node instanceof ScalarNode scalar)) {
            problem(line(node), key, "is not " + shape.expected());
            return null;
        }
        try {
            return shape.read(scalar.getValue());
        } catch (RuntimeException anotherShape) {
            String shown = FileProblem.shown(scalar.getValue());
            problem(line(node), key, shown + " is not " + shape.expected());
            return null;
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
