package io.qingfen.schedule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping of a definition; every key that is asked for is known, every other is a problem with its line. */
final class DefinitionTree {
    private final MappingNode node;
    private final Problems problems;
    private final Set<String> asked = new HashSet<>();

    /** Problems of one file, in the order in which they were found. */
    record Problems(String file, List<String> texts) {
        void add(Node where, String what) {
            int line = where.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
            texts.add(file + ":" + line + ": " + what);
        }
    }

    DefinitionTree(MappingNode node, Problems problems) {
        this.node = node;
        this.problems = problems;
    }

    /** The value of a key; null when it is absent. */
    Node find(String key) {
        asked.add(key);
        Node found = null;
        for (NodeTuple pair : node.getValue()) {
            if (text(pair.getKeyNode()).equals(key)) {
                if (found != null) {
                    problems.add(pair.getKeyNode(), key + " stands twice; keep one");
                }
                found = pair.getValueNode();
            }
        }
        return found;
    }

    private Node required(String key) {
        Node found = find(key);
        if (found == null) {
            problems.add(node, key + " is missing");
        }
        return found;
    }

    boolean has(String key) {
        return find(key) != null;
    }

    /** Empty when it is absent or no text, which is then a problem. */
    String requiredText(String key) {
        Node found = required(key);
        return found == null ? "" : textOf(key, found);
    }

    String optionalText(String key) {
        Node found = find(key);
        return found == null ? "" : textOf(key, found);
    }

    private String textOf(String key, Node found) {
        if (!(found instanceof ScalarNode) || text(found).isBlank()) {
            problems.add(found, key + " is not a text");
            return "";
        }
        return text(found);
    }

    /** A text that is refused when it is not one of these. */
    String oneOf(String key, boolean needed, List<String> allowed) {
        String given = needed ? requiredText(key) : optionalText(key);
        if (!given.isEmpty() && !allowed.contains(given)) {
            problem(key, "is '" + given + "'; write " + String.join(" or ", allowed));
        }
        return given;
    }

    /** The maps of a list; absent is empty. */
    List<DefinitionTree> maps(String key) {
        List<DefinitionTree> maps = new ArrayList<>();
        for (Node item : items(key, find(key))) {
            if (item instanceof MappingNode map) {
                maps.add(new DefinitionTree(map, problems));
            } else {
                problems.add(item, key + " holds something that has no keys");
            }
        }
        return maps;
    }

    List<String> requiredTexts(String key) {
        Node found = required(key);
        List<String> texts = new ArrayList<>();
        for (Node item : items(key, found)) {
            texts.add(textOf(key, item));
        }
        if (found != null && texts.isEmpty()) {
            problems.add(found, key + " is empty");
        }
        return texts;
    }

    /** A text or a list of texts. */
    List<String> textOrTexts(String key) {
        return find(key) instanceof ScalarNode ? List.of(requiredText(key)) : requiredTexts(key);
    }

    private List<Node> items(String key, Node found) {
        if (found instanceof SequenceNode list) {
            return list.getValue();
        }
        if (found != null) {
            problems.add(found, key + " is not a list");
        }
        return List.of();
    }

    /** Null when it is absent or no mapping, which is then a problem. */
    DefinitionTree map(String key, boolean needed) {
        Node found = needed ? required(key) : find(key);
        if (found instanceof MappingNode map) {
            return new DefinitionTree(map, problems);
        }
        if (found != null) {
            problems.add(found, key + " has no keys");
        }
        return null;
    }

    /** Every key with its value. */
    List<NodeTuple> all() {
        node.getValue().forEach(pair -> asked.add(text(pair.getKeyNode())));
        return node.getValue();
    }

    /** At the line of a key, or of the mapping when the key is absent. */
    void problem(String key, String what) {
        Node found = find(key);
        problems.add(found == null ? node : found, key + " " + what);
    }

    /** Call when everything that may stand here was asked for. */
    void noOthers() {
        for (NodeTuple pair : node.getValue()) {
            String key = text(pair.getKeyNode());
            if (!asked.contains(key)) {
                problems.add(
                        pair.getKeyNode(),
                        "'" + key + "' is not known here; known: "
                                + String.join(", ", asked.stream().sorted().toList()));
            }
        }
    }

    Problems problems() {
        return problems;
    }

    static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
