package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.access.Role;
import io.qingfen.review.CaseKind;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.http.HttpMethod;
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
                .filter(door -> door.pattern().startsWith("/api/"))
                .forEach(door -> doors.add(door.method().name().toLowerCase(Locale.ROOT) + " " + door.pattern()));
        Set<String> described = new TreeSet<>();
        ((Map<?, ?>) description.get("paths"))
                .forEach((path, methods) ->
                        ((Map<?, ?>) methods).keySet().forEach(method -> described.add(method + " " + path)));
        assertThat(described).isEqualTo(doors);
    }

    /** What a linter of such descriptions would say first. */
    @Test
    void theDescriptionHasNoLooseEnds() {
        assertThat(keysWithoutValue(description))
                .as("words behind a comma that should have stood in quotes")
                .isEmpty();
        List<String> references = new ArrayList<>();
        collect(description, "$ref", references);
        assertThat(references).hasSizeGreaterThan(50).allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(at(description, reference.substring(2).split("/")))
                    .as(reference)
                    .isNotNull();
        });
        List<String> operations = new ArrayList<>();
        collect(description, "operationId", operations);
        assertThat(operations).hasSizeGreaterThan(15).doesNotHaveDuplicates();
        List<String> summaries = new ArrayList<>();
        collect(description, "summary", summaries);
        assertThat(summaries).hasSameSizeAs(operations);
        ((Map<?, ?>) at(description, "paths"))
                .forEach((path, methods) -> ((Map<?, ?>) methods).forEach((method, operation) -> {
                    List<String> named = new ArrayList<>();
                    collect(at(operation, "parameters"), "name", named);
                    Matcher place = Pattern.compile("\\{([a-z]+)}").matcher(path.toString());
                    while (place.find()) {
                        assertThat(named).as(method + " " + path).contains(place.group(1));
                    }
                    assertThat(at(operation, "responses"))
                            .as(method + " " + path)
                            .isNotNull();
                }));
    }

    private static List<String> keysWithoutValue(Object node) {
        List<String> found = new ArrayList<>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (value == null) {
                    found.add(name.toString());
                }
                found.addAll(keysWithoutValue(value));
            });
        } else if (node instanceof List<?> list) {
            list.forEach(one -> found.addAll(keysWithoutValue(one)));
        }
        return found;
    }

    private static void collect(Object node, String key, List<String> found) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (name.equals(key) && value instanceof String text) {
                    found.add(text);
                } else {
                    collect(value, key, found);
                }
            });
        } else if (node instanceof List<?> list) {
            list.forEach(one -> collect(one, key, found));
        }
    }

    @Test
    void answersWithTheFieldsThatAreDescribed() throws Exception {
        Browser viewer = ServedNight.signedIn(Role.VIEWER, "en");
        for (Object path : ((Map<?, ?>) description.get("paths")).keySet()) {
            if (at(description, "paths", path.toString(), "get") == null) {
                continue;
            }
            String address = path.toString()
                    .replace("{date}", "2026-03-03")
                    .replace("{merchant}", ServedNight.MERCHANT)
                    .replace("{currency}", "CNY")
                    .replace("{report}", "fees")
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
        for (String none : List.of("+6000000-01-01", "+999999999-12-31", "20260303", "2026-02-30", "3/3/26")) {
            String written = URLEncoder.encode(none, StandardCharsets.UTF_8);
            problem(viewer.get("/api/cases?date=" + written), 400);
            problem(viewer.get("/api/audit?from=" + written), 400);
            assertThat(viewer.get("/transactions?date=" + written).statusCode()).isEqualTo(400);
        }
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

    /** A program of two people: what one may, the other may not, and nobody both. */
    @Test
    void programsDecideWithTokensByTwoPersonsToo() throws Exception {
        Browser reviewer = ServedNight.signedIn(Role.REVIEWER, "en");
        String made = reviewer.submit("/tokens", "/tokens", Map.of("label", "queue <robot>", "days", "30"))
                .body();
        String token = token(made);
        assertThat(made).contains("queue &lt;robot&gt;");
        assertThat(reviewer.get("/tokens").body()).doesNotContain(token).contains(token.substring(0, 19));
        String approving = token(ServedNight.signedIn(Role.APPROVER, "en")
                .submit("/tokens", "/tokens", Map.of("label", "second person", "days", "1"))
                .body());
        String id = ServedNight.caseOf(CaseKind.AMBIGUOUS);
        String address = "/api/cases/" + id;

        Browser program = ServedNight.browser("en");
        String proposal = "{\"resolution\": \"DO_NOT_SETTLE\", \"comment\": \"two slips were meant\"}";
        problem(program.send(address + "/propose", token, "{}"), 400);
        problem(program.send(address + "/propose", token, proposal.replace("two", "\\u0000")), 400);
        problem(program.send(address + "/propose", token, proposal.replace("\"}", "\", \"with\": \"\\u0000\"}")), 400);
        problem(program.send("/api/cases/K0/propose", token, proposal), 404);
        problem(program.send(address + "/propose", token, "{\"resolution\": \"GIVE_AWAY\", \"comment\": \"x\"}"), 400);
        problem(program.send(address + "/propose", "qf_0123456789abcdef_" + "A".repeat(43), proposal), 401);
        problem(program.send(address + "/propose", token + "x", proposal), 401);
        problem(program.send(address + "/propose", approving, proposal), 403);
        problem(program.send(address + "/propose", token, proposal, "two words"), 400);
        HttpResponse<String> proposed = program.send(address + "/propose", token, proposal, "night-7");
        assertThat(JSON.readTree(proposed.body()).get("state").stringValue()).isEqualTo("PROPOSED");
        problem(program.send(address + "/propose", token, proposal), 409);
        askedAgainItIsToldTheSame(program, address, token, proposal, proposed);
        problem(program.send(address + "/approve", token, "{}"), 403);
        problem(program.send(address + "/approve", approving, "{\"proposal\": \"" + id + ".2\"}"), 409);
        JsonNode waits = JSON.readTree(program.read(address, approving).body()).get("proposal");
        assertThat(waits.get("comment").stringValue()).isEqualTo("two slips were meant");
        HttpResponse<String> approved = program.send(
                address + "/approve",
                approving,
                "{\"proposal\": \"" + waits.get("key").stringValue() + "\"}");
        assertThat(JSON.readTree(approved.body()).get("state").stringValue()).isEqualTo("APPROVED");
        assertThat(proposed.headers().allValues("Set-Cookie")).isEmpty();

        problem(program.send("/api/releases/2026-03-03/approve", approving, "{\"password\": \"wrong\"}"), 403);
        problem(program.send("/api/releases/2026-03-03/approve", approving, "{}"), 400);
        String maker = token(ServedNight.signedIn(Role.FINANCE, "en")
                .submit("/tokens", "/tokens", Map.of("label", "totals", "days", "1"))
                .body());
        problem(program.send("/api/releases/2026-03-03/propose", maker, "{\"totals\": [null]}"), 400);
        assertThat(program.send("/cases/" + id + "/comment", token, "{}").statusCode())
                .as("a token opens no page")
                .isEqualTo(403);
        reviewer.submit("/tokens", "/tokens/" + token.substring(3, 19) + "/end", Map.of());
        problem(program.send(address + "/propose", token, proposal), 401);
    }

    /** A connection that broke makes a program ask again, not knowing whether it was heard. */
    private static void askedAgainItIsToldTheSame(
            Browser program, String address, String token, String proposal, HttpResponse<String> before)
            throws Exception {
        HttpResponse<String> again = program.send(address + "/propose", token, proposal, "night-7");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(before.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(before.headers().firstValue("Idempotent-Replayed")).isEmpty();
        problem(program.send(address + "/propose", token, proposal.replace("two", "2"), "night-7"), 422);
        problem(program.send("/api/cases/K0/propose", token, proposal, "night-7"), 422);
        problem(program.send(address + "/propose", token, proposal, "night-8"), 409);
        problem(program.send(address + "/propose", token, proposal, "night-8"), 409);
        problem(program.send(address + "/propose", token, "x".repeat(70_000), "night-9"), 413);
    }

    /** A token gives nobody more than they have: whoever only reads gets one that only reads. */
    @Test
    void aTokenOfAViewerReadsAndDoesNothingElse() throws Exception {
        String token = token(ServedNight.signedIn(Role.VIEWER, "en")
                .submit("/tokens", "/tokens", Map.of("label", "export", "days", "1"))
                .body());
        Browser program = ServedNight.browser("en");
        int read = 0;
        int refused = 0;
        for (Doors.Door door : Doors.ALL) {
            String path = door.pattern()
                    .replace("{date}", "2026-03-03")
                    .replace("{merchant}", ServedNight.MERCHANT)
                    .replace("{report}", "fees")
                    .replace("{currency}", "CNY")
                    .replace("{id}", ServedNight.caseId())
                    .replaceAll("\\{[a-z]+}", "0");
            boolean api = path.startsWith("/api/");
            if (door.method() == HttpMethod.GET && api) {
                assertThat(program.read(path, token).statusCode()).as(path).isEqualTo(200);
                read++;
            } else if (door.method() == HttpMethod.POST) {
                assertThat(program.send(path, token, "{}").statusCode())
                        .as(path)
                        .isEqualTo(403);
                refused++;
            }
        }
        assertThat(read).isGreaterThan(10);
        assertThat(refused).isGreaterThan(20);
    }

    private static String token(String page) {
        Matcher token = Pattern.compile("class=\"secret\">(qf_[0-9a-f]{16}_[A-Za-z0-9_-]{43})<")
                .matcher(page);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }
}
