package io.qingfen.verify.batch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** A YAML block whose values are all text, as they are written. */
final class YamlFacts {
    private final Map<?, ?> block;

    private YamlFacts(Map<?, ?> block) {
        this.block = block;
    }

    static YamlFacts read(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new FailsafeSchema())
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        return of(new Load(settings).loadFromString(text));
    }

    private static YamlFacts of(Object value) {
        return new YamlFacts(value instanceof Map<?, ?> map ? map : Map.of());
    }

    boolean has(String key) {
        return block.get(key) != null;
    }

    boolean hasBlock(String key) {
        return block.get(key) instanceof Map<?, ?>;
    }

    YamlFacts block(String key) {
        return of(block.get(key));
    }

    List<String> keys() {
        return block.keySet().stream().map(Object::toString).toList();
    }

    String text(String key, String otherwise) {
        Object value = block.get(key);
        return value == null ? otherwise : value.toString();
    }

    /** Values of a list; one value is a list of one. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        if (block.get(key) instanceof List<?> list) {
            list.forEach(value -> texts.add(String.valueOf(value)));
        } else if (has(key)) {
            texts.add(text(key, ""));
        }
        return texts;
    }

    List<YamlFacts> blocks(String key) {
        List<YamlFacts> blocks = new ArrayList<>();
        if (block.get(key) instanceof List<?> list) {
            list.forEach(value -> blocks.add(of(value)));
        }
        return blocks;
    }

    /** Minor units of an amount with so many digits; null without. */
    Long minor(String key, int digits) {
        return has(key) ? Long.valueOf(minorOf(text(key, ""), digits)) : null;
    }

    static long minorOf(String amount, int digits) {
        return new BigDecimal(amount).movePointRight(digits).longValueExact();
    }

    /** A percentage as a fraction; 0 without. */
    BigDecimal rate(String key) {
        String text = text(key, "0%");
        return new BigDecimal(text.substring(0, text.length() - 1)).movePointLeft(2);
    }

    int whole(String key) {
        return Integer.parseInt(text(key, "0"));
    }

    /** Text by key of a flat block. */
    Map<String, String> flat() {
        Map<String, String> flat = new LinkedHashMap<>();
        block.forEach((key, value) -> {
            if (!(value instanceof Map<?, ?>) && value != null) {
                flat.put(key.toString(), value.toString());
            }
        });
        return flat;
    }
}
