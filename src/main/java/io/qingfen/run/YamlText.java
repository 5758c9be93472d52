package io.qingfen.run;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * YAML (or JSON, its subset) of people as a tree of text with line numbers. Sizes are bounded: a few bytes of aliases may
 * stand for millions of values.
 *
 * @param advice where people find how the file is written, follows a semicolon
 */
public record YamlText(String file, String advice, FileProblems problems) {
    /** Longer files nobody could check. */
    public static final int LONGEST = 16 << 20;

    private static final int NODES = 1_000_000;
    private static final int DEPTH = 30;
    private static final int ALIASES = 1_000;

    /** The mapping at the top; empty, and a problem, when the text is no YAML or something else. */
    public Optional<YamlMap> map(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(LONGEST)
                .setMaxAliasesForCollections(ALIASES)
                .build();
        try {
            Optional<Node> top = new Compose(settings).composeString(text);
            top.ifPresent(node -> count(node, NODES, DEPTH));
            if (top.isPresent() && top.get() instanceof MappingNode map) {
                return Optional.of(new YamlMap(file, map, problems));
            }
            problems.add(file, 1, "", "is not a list of keys and values; " + advice);
        } catch (StackOverflowError | TooMuch tooMuch) {
            problems.add(file, 0, "", "is nested too deeply or repeats too much by aliases; write it plainly");
        } catch (YamlEngineException broken) {
            problems.add(file, line(broken, text), "", "is not YAML: " + reason(broken) + "; check quotes and indents");
        }
        return Optional.empty();
    }

    /** How many nodes may still come; a node that aliases repeat counts every time. */
    private static int count(Node node, int left, int depth) {
        if (left == 0 || depth == 0) {
            throw new TooMuch();
        }
        int rest = left - 1;
        if (node instanceof CollectionNode<?> collection) {
            for (Object child : collection.getValue()) {
                if (child instanceof NodeTuple pair) {
                    rest = count(pair.getValueNode(), count(pair.getKeyNode(), rest, depth - 1), depth - 1);
                } else {
                    rest = count((Node) child, rest, depth - 1);
                }
            }
        }
        return rest;
    }

    private static int line(YamlEngineException broken, String text) {
        if (broken instanceof MarkedYamlEngineException marked
                && marked.getProblemMark().isPresent()) {
            return marked.getProblemMark().get().getLine() + 1;
        }
        if (broken instanceof ReaderException reader) {
            int end = Math.min(text.length(), Math.max(0, reader.getPosition()));
            return 1
                    + (int) text.substring(0, end)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
        }
        return 0;
    }

    /** Without the excerpt that the library adds: it could show an account number. */
    private static String reason(YamlEngineException broken) {
        String reason = broken instanceof MarkedYamlEngineException marked ? marked.getProblem() : broken.getMessage();
        return Masked.numbersIn(reason.lines().findFirst().orElse(""));
    }

    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
