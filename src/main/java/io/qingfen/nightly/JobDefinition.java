package io.qingfen.nightly;

import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What the program takes from {@code jobs/NAME.yml}, the contract of a job; a file of the same name in
 * {@code home/jobs} replaces the one that is shipped.
 *
 * @param steps names of the steps in order
 * @param retryAfterSeconds pauses before a run that met a transient fault is tried again; as many tries as pauses
 * @param onRefusedFile {@code stop} or {@code continue}
 */
record JobDefinition(String name, List<String> steps, List<Integer> retryAfterSeconds, String onRefusedFile) {
    private static final Set<String> ON_REFUSED_FILE = Set.of("stop", "continue");

    static JobDefinition read(Home home, String name) {
        Path own = home.root().resolve("jobs").resolve(name + ".yml");
        String label = Files.isRegularFile(own) ? own.toString() : "jobs/" + name + ".yml";
        try {
            return parsed(name, label, Files.isRegularFile(own) ? Files.readString(own) : shipped(label));
        } catch (IOException | YamlEngineException | ClassCastException | NullPointerException unreadable) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    label + ": cannot be read: " + unreadable.getMessage()
                            + "; compare it with the shipped definition");
        }
    }

    private static JobDefinition parsed(String name, String label, String text) {
        LoadSettings settings = LoadSettings.builder().setLabel(label).build();
        Map<?, ?> document = (Map<?, ?>) new Load(settings).loadFromString(text);
        Map<?, ?> retries = (Map<?, ?>) document.get("retries");
        String onRefusedFile = (String) document.get("onRefusedFile");
        if (!ON_REFUSED_FILE.contains(onRefusedFile)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    label + ": onRefusedFile is " + onRefusedFile + "; write stop or continue");
        }
        return new JobDefinition(
                name,
                list(document.get("steps"), String.class),
                list(retries.get("afterSeconds"), Integer.class),
                onRefusedFile);
    }

    private static <T> List<T> list(Object value, Class<T> type) {
        return ((List<?>) value).stream().map(type::cast).toList();
    }

    private static String shipped(String resource) throws IOException {
        try (InputStream in = JobDefinition.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
