package io.qingfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.qingfen.reference.TestHome;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AskingTheDoctorTest {
    @TempDir
    private Path root;

    private TestHome home;

    @BeforeEach
    void aHome() {
        home = TestHome.fiveDays(root);
        // complete for as long as the test may be run
        String years = "";
        for (int year = 2025; year < 2100; year++) {
            years += "  " + year + ": {off: []}\n";
        }
        home.write("reference/calendar.yml", "country: CN\nyears:\n" + years);
    }

    @Test
    void warningsAreNoFailure() {
        Invocation asked = typed("doctor", "--disk-need", "0");

        assertThat(asked.out()).contains("ok    database", "warn  notifications", "why   nobody is told", "1 warning");
        assertThat(asked.exit()).isZero();
    }

    @Test
    void aProbeThatFailsIsExitTwoWithItsNextStep() {
        home.write("reference/calendar.yml", "country: 7\n");

        Invocation asked = typed("doctor", "--json");

        JsonNode json = asked.json();
        assertThat(asked.exit()).isEqualTo(2);
        assertThat(json.get("schemaVersion").asInt()).isEqualTo(1);
        assertThat(json.get("command").asString()).isEqualTo("doctor");
        assertThat(json.get("exit").asInt()).isEqualTo(2);
        assertThat(json.get("fingerprint").asString()).hasSize(64);
        assertThat(json.get("problems").toString()).contains("calendar", "qingfen reference check --home " + root);
        assertThat(json.get("probes")).anySatisfy(probe -> {
            assertThat(probe.get("probe").asString()).isEqualTo("calendar");
            assertThat(probe.get("level").asString()).isEqualTo("fail");
            assertThat(probe.get("next").asString()).isNotEmpty();
        });
    }

    @Test
    void aHomeThatIsNotThereIsSaid() {
        Invocation asked =
                Invocation.of(ScriptedEngine.failing(new IllegalStateException()), "doctor", "--home", root + "/none");

        assertThat(asked.exit()).isEqualTo(2);
        assertThat(asked.err()).contains("No installation at");
    }

    @Test
    void aTestMessageSaysWhatHappenedPerAddress() throws IOException {
        AtomicInteger received = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            received.incrementAndGet();
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/good") ? 200 : 500, -1);
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        home.write("secrets/webhook.secret", "0123456789abcdef");
        home.write(
                "notifications.yml",
                "webhook: {hosts: [127.0.0.1], privateNetworks: true, secretFile: secrets/webhook.secret}\n"
                        + "recipients: {ops: {webhook: ['" + url + "/good', '" + url + "/bad']}}\n");

        Invocation sent = typed("notify", "test", "--to", "ops");
        server.stop(0);

        assertThat(sent.out())
                .contains("sent    WEBHOOK " + url + "/good", "failed  WEBHOOK " + url + "/bad  answered 500");
        assertThat(sent.exit()).isEqualTo(75);
        assertThat(received).hasValue(2);
    }

    @Test
    void aRecipientThatNobodyKnowsAndSettingsThatAreWrongAreRefused() {
        assertThat(typed("notify", "test", "--to", "ops").err()).contains("nobody is told of anything");
        home.write("notifications.yml", "recipients:\n  ops: {mial: [a@b]}\n");

        Invocation wrong = typed("notify", "test", "--to", "ops", "--json");

        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.json().get("problems").get(0).asString())
                .isEqualTo("notifications.yml:2: 'mial' is not known here; known: mail, webhook");
        assertThat(Invocation.of(ScriptedEngine.failing(new IllegalStateException()), "notify")
                        .exit())
                .isEqualTo(2);
    }

    private Invocation typed(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--home";
        all[arguments.length + 1] = root.toString();
        return Invocation.of(ScriptedEngine.failing(new IllegalStateException()), all);
    }
}
