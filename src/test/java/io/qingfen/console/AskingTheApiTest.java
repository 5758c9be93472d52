package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.access.Role;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API answers as its description says, with what the pages show. */
class AskingTheApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static Map<?, ?> description;

    @BeforeAll
    static void serve() throws Exception {
        ServedNight.start();
        description = (Map<?, ?>) new Load(LoadSettings.builder().build())
                .loadFromString(ServedNight.signedIn(Role.VIEWER, "en")
                        .get("/api/openapi.yaml")
                        .body());
    }

    private static Object at(Object node, String... path) {
        for (String key : path) {
            node = node == null ? null : ((Map<?, ?>) node).get(key);
        }
        return node;
    }

    @Test
    void describesEveryDoorAndNoOther() {
        assertThat(description.get("openapi")).isEqualTo("3.1.0");
        Set<String> doors = new TreeSet<>();
        Doors.ALL.stream()
                .map(Doors.Door::pattern)
                .filter(pattern -> pattern.startsWith("/api/"))
                .forEach(doors::add);
        assertThat(new TreeSet<>(((Map<?, ?>) description.get("paths")).keySet()))
                .isEqualTo(doors);
    }

    @Test
    void answersWithTheFieldsThatAreDescribed() throws Exception {
        Browser viewer = ServedNight.signedIn(Role.VIEWER, "en");
        for (Object path : ((Map<?, ?>) description.get("paths")).keySet()) {
            String address = path.toString()
                    .replace("{date}", "2026-03-03")
                    .replace("{merchant}", ServedNight.MERCHANT)
                    .replace("{currency}", "CNY")
                    .replace("{id}", ServedNight.caseId());
            HttpResponse<String> answer = viewer.get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            Object schema = at(
                    description,
                    "paths",
                    path.toString(),
                    "get",
                    "responses",
                    "200",
                    "content",
                    "application/json",
                    "schema");
            if (schema != null) {
                assertThat(complaints(JSON.readTree(answer.body()), schema, address))
                        .isEmpty();
            }
        }
    }

    /** Every field that comes is described, and every described field of a list's items comes. */
    private static List<String> complaints(JsonNode node, Object schema, String where) {
        List<String> complaints = new ArrayList<>();
        Object reference = at(schema, "$ref");
        Object real = reference == null
                ? schema
                : at(description, "components", "schemas", reference.toString().replaceFirst(".*/", ""));
        if (node.isArray()) {
            node.forEach(item -> complaints.addAll(complaints(item, at(real, "items"), where + "[]")));
        } else if (node.isObject() && at(real, "properties") != null) {
            node.properties().forEach(field -> {
                Object described = at(real, "properties", field.getKey());
                if (described == null) {
                    complaints.add(where + "." + field.getKey() + " is not described");
                } else {
                    complaints.addAll(complaints(field.getValue(), described, where + "." + field.getKey()));
                }
            });
        } else if (node.isString() && at(real, "pattern") != null) {
            if (!node.stringValue().matches(at(real, "pattern").toString())) {
                complaints.add(where + ": " + node);
            }
        }
        return complaints;
    }

    @Test
    void givesThePositionThatThePageShows() throws Exception {
        Browser viewer = ServedNight.signedIn(Role.VIEWER, "en");
        JsonNode position =
                JSON.readTree(viewer.get("/api/nights/2026-03-03/positions/" + ServedNight.MERCHANT + "/CNY")
                        .body());
        java.math.BigDecimal sum = java.math.BigDecimal.ZERO;
        for (JsonNode line : position.get("lines")) {
            sum = sum.add(new java.math.BigDecimal(line.stringValue()));
        }
        assertThat(sum.toPlainString()).isEqualTo(position.get("net").stringValue());
        assertThat(viewer.get("/nights/2026-03-03/positions/" + ServedNight.MERCHANT + "/CNY")
                        .body())
                .contains(position.get("net").stringValue());
    }

    @Test
    void tellsWhatIsWrongAsAProblem() throws Exception {
        Browser viewer = ServedNight.signedIn(Role.VIEWER, "en");
        problem(viewer.get("/api/nights/2020-01-01"), 404);
        problem(viewer.get("/api/nights/yesterday"), 400);
        problem(viewer.get("/api/cases?kind=NONE"), 400);
        problem(viewer.get("/api/no-such-thing"), 403);
        problem(ServedNight.browser("en").get("/api/nights"), 401);
        problem(ServedNight.signedIn(Role.OPS, "en").get("/api/audit"), 403);
    }

    private static void problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").stringValue()).isNotBlank();
    }
}
