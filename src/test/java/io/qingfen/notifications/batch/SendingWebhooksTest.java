package io.qingfen.notifications.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.notifications.Delivery;
import io.qingfen.notifications.Delivery.Channel;
import io.qingfen.notifications.News;
import io.qingfen.notifications.Signature;
import io.qingfen.notifications.batch.Channels.Webhooks;
import io.qingfen.notifications.batch.Receiver.Received;
import io.qingfen.notifications.batch.Sender.NotDelivered;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SendingWebhooksTest {
    private static final String SECRET = "0123456789abcdef";
    private Receiver receiver;

    @BeforeEach
    void aReceiver() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void itEnds() {
        receiver.close();
    }

    @Test
    void arriveSignedOverTimeAndBody() throws Exception {
        sender(true, "127.0.0.1").send(delivery(receiver.url() + "/hook"));

        Received one = receiver.received.get(0);
        assertThat(one.path()).isEqualTo("/hook");
        assertThat(one.header("Qingfen-Id")).isEqualTo("id-1");
        assertThat(one.header("Qingfen-Timestamp")).isEqualTo("1772409600");
        assertThat(one.header("Qingfen-Signature"))
                .isEqualTo(Signature.of(SECRET.getBytes(StandardCharsets.UTF_8), "1772409600", one.body()));
        JsonNode body = JsonMapper.shared().readTree(one.body());
        assertThat(body.get("schemaVersion").asInt()).isEqualTo(1);
        assertThat(body.get("id").asString()).isEqualTo("id-1");
        assertThat(body.get("kind").asString()).isEqualTo("CONTROL_OPEN");
        assertThat(body.get("businessDate").asString()).isEqualTo("2026-03-02");
        assertThat(body.get("subject").asString()).contains("money is stopped");
        assertThat(body.get("text").asString()).contains("4111****1111").doesNotContain("4111111111111111");
    }

    @Test
    void theSignatureIsWhatOtherToolsReckon() {
        byte[] key = "Jefe".getBytes(StandardCharsets.US_ASCII);

        // printf '7.body' | openssl dgst -sha256 -hmac Jefe
        assertThat(Signature.of(key, "7", "body".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("v1=8cb64c6a2b005eaab54a577ddac227f54e1201470d4cec57f3fca2b8f74ae347");
    }

    @Test
    void aRepetitionHasTheSameIdAndBody() throws Exception {
        receiver.status = 503;
        WebhookSender sender = sender(true, "127.0.0.1");
        assertThatThrownBy(() -> sender.send(delivery(receiver.url())))
                .isInstanceOf(NotDelivered.class)
                .hasMessage("answered 503");
        receiver.status = 200;
        sender.send(delivery(receiver.url()));

        assertThat(receiver.received).hasSize(2);
        assertThat(receiver.received.get(1).body())
                .isEqualTo(receiver.received.get(0).body());
        assertThat(receiver.received.get(1).header("Qingfen-Id")).isEqualTo("id-1");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void redirectsAreNotFollowed(int status) {
        receiver.status = status;

        assertThatThrownBy(() -> sender(true, "127.0.0.1").send(delivery(receiver.url())))
                .isInstanceOf(NotDelivered.class)
                .hasMessageContaining("a redirect is not followed");
        assertThat(receiver.received).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/x",
                "https://localhost/x",
                "https://[::1]/x",
                "https://10.0.0.7/x",
                "http://127.0.0.1/x"
            })
    void privateNetworksAreRefusedUnlessTheyAreSet(String url) {
        WebhookSender sender = sender(false, "127.0.0.1", "localhost", "[::1]", "10.0.0.7");

        assertThatThrownBy(() -> sender.send(delivery(url)))
                .isInstanceOf(NotDelivered.class)
                .hasMessageMatching(".*(private network|needs https).*");
    }

    @Test
    void onlyHostsThatAreListedGetAnything() {
        assertThatThrownBy(() -> sender(true, "hooks.example.com").send(delivery(receiver.url())))
                .isInstanceOf(NotDelivered.class)
                .hasMessageContaining("not listed");
        assertThat(receiver.received).isEmpty();
    }

    @Test
    void aReceiverThatIsAwayIsNamed() {
        receiver.close();

        assertThatThrownBy(() -> sender(true, "127.0.0.1").send(delivery(receiver.url())))
                .isInstanceOf(NotDelivered.class)
                .hasMessageStartingWith("127.0.0.1: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.1.2.3",
                "0.0.0.0",
                "192.0.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "2002:0a00:0001::1",
                "2001:0:1::1",
                "64:ff9b::a00:1"
            })
    void theseAddressesAreNotPublic(String address) throws Exception {
        assertThat(PrivateNetworks.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.32.0.1", "100.128.0.1", "192.0.1.1", "2606:4700::1111", "2001:4860::8888"})
    void theseAddressesArePublic(String address) throws Exception {
        assertThat(PrivateNetworks.isPublic(InetAddress.getByName(address))).isTrue();
    }

    private static WebhookSender sender(boolean privateNetworks, String... hosts) {
        return new WebhookSender(
                new Webhooks(Set.of(hosts), privateNetworks, Optional.empty()),
                new Secrets(Map.of(Secrets.WEBHOOK, SECRET)),
                new Wording("en"),
                Clock.fixed(Instant.parse("2026-03-02T00:00:00Z"), ZoneOffset.UTC));
    }

    private static Delivery delivery(String url) {
        News news = new News(
                "CONTROL_OPEN", "nightly-settlement", LocalDate.of(2026, 3, 2), "ops", "card 4111111111111111");
        return new Delivery("id-1", Channel.WEBHOOK, url, 1, news);
    }
}
