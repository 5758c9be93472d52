package io.qingfen.generator;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A YAML file of kinds to per mille, as a person writes a mix. */
final class Shares {
    private static final Pattern PER_MILLE = Pattern.compile("(0|[1-9][0-9]{0,3})(\\.[0-9]{1,3})?");
    private final Path file;
    private final String option;
    private final Map<String, String> problems = new LinkedHashMap<>();

    private Shares(Path file, String option) {
        this.file = file;
        this.option = option;
    }

    /**
     * Parts per million in the order of the kinds; kinds that the file does not name keep their usual share.
     *
     * @param option of the command line, for people
     * @param kinds names of kinds
     * @param usual of each kind
     * @param shared whether the share of a kind counts towards the thousand that all have together
     * @throws Refusal with every problem of the file
     */
    static int[] read(Path file, String option, List<String> kinds, int[] usual, boolean[] shared) {
        Shares shares = new Shares(file, option);
        int[] ppm = usual.clone();
        shares.entries().forEach((key, value) -> shares.take(key, value, kinds, ppm));
        long sum = 0;
        for (int i = 0; i < ppm.length; i++) {
            sum += shared[i] ? ppm[i] : 0;
        }
        if (shares.problems.isEmpty() && sum > Dice.MILLION) {
            shares.problems.put("sum", "the shares of transactions add up to more than 1000 per mille");
        }
        if (!shares.problems.isEmpty()) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    shares.problems.values().stream()
                            .map(problem -> file + ": " + problem)
                            .toList());
        }
        return ppm;
    }

    /** As written, so that no share goes through floating point; an empty file changes nothing. */
    private Map<String, String> entries() {
        try {
            Map<String, String> entries = new LinkedHashMap<>();
            Node tree = new Compose(LoadSettings.builder().build())
                    .composeString(Files.readString(file))
                    .orElse(null);
            if (tree instanceof MappingNode mapping) {
                mapping.getValue().forEach(pair -> entries.put(text(pair.getKeyNode()), text(pair.getValueNode())));
            } else if (tree != null) {
                throw refused("not a mapping of kinds to per mille");
            }
            return entries;
        } catch (YamlEngineException e) {
            throw refused("not YAML: " + e.getMessage());
        } catch (NoSuchFileException e) {
            throw refused("no such file; give " + option + " a YAML file, or none");
        } catch (IOException e) {
            String what = Files.isDirectory(file) ? "is a directory" : "cannot be read (" + e.getMessage() + ")";
            throw refused(what + "; give " + option + " a YAML file, or none");
        }
    }

    private Refusal refused(String problem) {
        return new Refusal(Exit.USAGE_OR_REFERENCE, file + ": " + problem);
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "a list or mapping";
    }

    private void take(String key, String value, List<String> kinds, int[] ppm) {
        int kind = kinds.indexOf(key);
        if (kind < 1) {
            problems.put(
                    key, "unknown kind '" + key + "'; known: " + String.join(", ", kinds.subList(1, kinds.size())));
        } else if (!PER_MILLE.matcher(value).matches() || new BigDecimal(value).intValue() > 1000) {
            problems.put(key, key + " must be per mille from 0 to 1000 with at most 3 decimals, not '" + value + "'");
        } else {
            ppm[kind] = new BigDecimal(value).movePointRight(3).intValueExact();
        }
    }
}
