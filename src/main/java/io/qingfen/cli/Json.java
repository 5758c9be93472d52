package io.qingfen.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Results for machines: one object with {@code schemaVersion}; only ever grows inside a version. */
final class Json {
    static final int SCHEMA_VERSION = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** The envelope every command shares; results follow as further fields. */
    static Map<String, Object> envelope(String command, int exit, List<String> problems) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("schemaVersion", SCHEMA_VERSION);
        envelope.put("command", command);
        envelope.put("exit", exit);
        envelope.put("problems", problems);
        return envelope;
    }

    static String text(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    static Object parsed(String text) {
        return MAPPER.readTree(text);
    }

    /** An object of these keys and values, in this order. */
    static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            object.put((String) keysAndValues[at], keysAndValues[at + 1]);
        }
        return object;
    }
}
