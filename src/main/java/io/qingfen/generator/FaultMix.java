package io.qingfen.generator;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** How often each kind of trouble is planted, in parts per million of transactions (or of batches). */
public final class FaultMix {
    private static final Pattern PER_MILLE = Pattern.compile("(0|[1-9][0-9]{0,3})(\\.[0-9]{1,3})?");
    private static final int ALL = 1_000_000;
    private final int[] ppm;
    private final int[] upTo;

    private FaultMix(int[] ppm) {
        this.ppm = ppm;
        this.upTo = new int[ppm.length];
        int sum = 0;
        for (Story story : Story.values()) {
            sum += story.ofBatches() ? 0 : ppm[story.ordinal()];
            upTo[story.ordinal()] = sum;
        }
    }

    /** What an ordinary day brings: some 94 of 100 planned transactions are plain sales. */
    public static FaultMix realistic() {
        return new FaultMix(
                Arrays.stream(Story.values()).mapToInt(Story::realisticPpm).toArray());
    }

    /** Nothing but clean pairs of a sale and its authorization. */
    public static FaultMix none() {
        return new FaultMix(new int[Story.values().length]);
    }

    /**
     * Reads a mapping of kinds to per mille, for example {@code orphanCapture: 0.5}; kinds not named keep their
     * realistic share.
     *
     * @throws Refusal with every problem of the file
     */
    public static FaultMix read(Path file) {
        Map<String, String> problems = new LinkedHashMap<>();
        int[] ppm = realistic().ppm.clone();
        entries(file).forEach((key, value) -> take(key, value, ppm, problems));
        FaultMix mix = new FaultMix(ppm);
        if (problems.isEmpty() && mix.share() > ALL) {
            problems.put("sum", "the shares of transactions add up to more than 1000 per mille");
        }
        if (!problems.isEmpty()) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    problems.values().stream()
                            .map(problem -> file + ": " + problem)
                            .toList());
        }
        return mix;
    }

    /** As written, so that no share goes through floating point; an empty file changes nothing. */
    private static Map<String, String> entries(Path file) {
        try {
            Map<String, String> entries = new LinkedHashMap<>();
            Node tree = new Compose(LoadSettings.builder().build())
                    .composeString(Files.readString(file))
                    .orElse(null);
            if (tree instanceof MappingNode mapping) {
                mapping.getValue().forEach(pair -> entries.put(text(pair.getKeyNode()), text(pair.getValueNode())));
            } else if (tree != null) {
                throw new Refusal(Exit.USAGE_OR_REFERENCE, file + ": not a mapping of kinds to per mille");
            }
            return entries;
        } catch (YamlEngineException e) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, file + ": not YAML: " + e.getMessage());
        } catch (NoSuchFileException e) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, file + ": no such file; give --faults a YAML file, or none");
        } catch (IOException e) {
            String what = Files.isDirectory(file) ? "is a directory" : "cannot be read (" + e.getMessage() + ")";
            throw new Refusal(Exit.USAGE_OR_REFERENCE, file + ": " + what + "; give --faults a YAML file, or none");
        }
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "a list or mapping";
    }

    private static void take(String key, String value, int[] ppm, Map<String, String> problems) {
        Story story = Arrays.stream(Story.values())
                .filter(s -> s != Story.SALE && s.key().equals(key))
                .findFirst()
                .orElse(null);
        if (story == null) {
            problems.put(key, "unknown kind '" + key + "'; known: " + kinds());
        } else if (!PER_MILLE.matcher(value).matches() || new BigDecimal(value).intValue() > 1000) {
            problems.put(key, key + " must be per mille from 0 to 1000 with at most 3 decimals, not '" + value + "'");
        } else {
            ppm[story.ordinal()] = new BigDecimal(value).movePointRight(3).intValueExact();
        }
    }

    private static String kinds() {
        return Arrays.stream(Story.values())
                .filter(story -> story != Story.SALE)
                .map(Story::key)
                .collect(Collectors.joining(", "));
    }

    /** Whether only clean pairs come out. */
    boolean isNone() {
        return Arrays.stream(ppm).allMatch(share -> share == 0);
    }

    /** The story of a transaction, drawn by a mixed number. */
    Story draw(long mixed) {
        int point = Dice.below(ALL, mixed);
        if (point >= share()) {
            return Story.SALE;
        }
        int drawn = 0;
        while (point >= upTo[drawn]) {
            drawn++;
        }
        return STORIES[drawn];
    }

    /** Whether a batch has this fault, drawn by a mixed number. */
    boolean strikes(Story fault, long mixed) {
        return Dice.below(ALL, mixed) < ppm[fault.ordinal()];
    }

    private static final Story[] STORIES = Story.values();

    private int share() {
        return upTo[upTo.length - 1];
    }
}
