package io.qingfen;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Holds a JSON value against a JSON schema that uses no more than these keywords; another keyword is a failure. */
public final class JsonShape {
    private static final Set<String> TALK = Set.of("$schema", "title", "description", "additionalProperties");

    private JsonShape() {}

    /** @return where the value breaks the schema, and how; empty when it does not */
    public static List<String> complaints(JsonNode value, JsonNode schema, String where) {
        List<String> complaints = new ArrayList<>();
        schema.properties().forEach(rule -> complaints.addAll(broken(value, rule.getKey(), rule.getValue(), where)));
        return complaints;
    }

    private static List<String> broken(JsonNode value, String keyword, JsonNode said, String where) {
        return switch (keyword) {
            case "type" -> unless(isA(value, said.stringValue()), where, "is no " + said.stringValue());
            case "const" -> unless(value.equals(said), where, "is not " + said);
            case "enum" -> unless(any(said, value::equals), where, value + " is none of those listed");
            case "minimum" -> unless(value.intValue() >= said.intValue(), where, "is below " + said);
            case "maximum" -> unless(value.intValue() <= said.intValue(), where, "is above " + said);
            case "pattern" ->
                unless(
                        Pattern.compile(said.stringValue())
                                .matcher(value.stringValue())
                                .find(),
                        where,
                        "is " + value);
            case "required" ->
                unless(!any(said, name -> !value.has(name.stringValue())), where, "lacks one of " + said);
            case "properties" -> ofFields(value, said, where);
            case "items" -> ofItems(value, said, where);
            default -> unless(TALK.contains(keyword), where, "the schema says " + keyword + ", which nothing checks");
        };
    }

    private static List<String> ofFields(JsonNode value, JsonNode schemas, String where) {
        List<String> complaints = new ArrayList<>();
        schemas.properties().forEach(field -> {
            if (value.has(field.getKey())) {
                complaints.addAll(
                        complaints(value.get(field.getKey()), field.getValue(), where + "." + field.getKey()));
            }
        });
        return complaints;
    }

    private static List<String> ofItems(JsonNode value, JsonNode schema, String where) {
        List<String> complaints = new ArrayList<>();
        value.forEach(item -> complaints.addAll(complaints(item, schema, where + "[]")));
        return complaints;
    }

    private static boolean isA(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            default -> throw new IllegalArgumentException("no type " + type);
        };
    }

    private static boolean any(JsonNode list, Predicate<JsonNode> like) {
        for (JsonNode one : list) {
            if (like.test(one)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> unless(boolean holds, String where, String why) {
        return holds ? List.of() : List.of(where + " " + why);
    }
}
