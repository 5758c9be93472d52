package io.qingfen.notifications.batch;

import io.qingfen.notifications.Delivery;
import io.qingfen.notifications.News;
import io.qingfen.notifications.Signature;
import io.qingfen.notifications.batch.Channels.Webhooks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * By a signed POST to a host that is listed. Redirects are not followed, and unless set hosts of private networks are
 * refused by their address at the moment of sending: a name may point elsewhere than it did.
 */
record WebhookSender(Webhooks settings, Secrets secrets, Wording wording, Clock clock) implements Sender {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int SUCCESS = 2;
    private static final int REDIRECT = 3;

    @Override
    public void send(Delivery delivery) throws NotDelivered {
        URI uri = URI.create(delivery.address());
        requireAllowed(uri);
        byte[] body = body(delivery);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        byte[] secret = secrets.webhookSecret(settings.secretFile()).getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "qingfen")
                .header("Qingfen-Id", delivery.id())
                .header("Qingfen-Timestamp", timestamp)
                .header("Qingfen-Signature", Signature.of(secret, timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        requireSuccess(status(request));
    }

    private static int status(HttpRequest request) throws NotDelivered {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException failed) {
            String why = failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
            throw new NotDelivered(request.uri().getHost() + ": " + why);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new NotDelivered("interrupted");
        }
    }

    private static void requireSuccess(int status) throws NotDelivered {
        if (status / 100 == REDIRECT) {
            throw new NotDelivered("answered " + status + ": a redirect is not followed; name the right address");
        }
        if (status / 100 != SUCCESS) {
            throw new NotDelivered("answered " + status);
        }
    }

    private void requireAllowed(URI uri) throws NotDelivered {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (!settings.hosts().contains(host)) {
            throw new NotDelivered("host '" + host + "' is not listed in webhook: hosts any more");
        }
        if (settings.privateNetworks()) {
            return;
        }
        if (!uri.getScheme().equals("https")) {
            throw new NotDelivered("needs https://");
        }
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!PrivateNetworks.isPublic(address)) {
                    throw new NotDelivered(host + " is in a private network (" + address.getHostAddress()
                            + "); allow that with privateNetworks: true");
                }
            }
        } catch (UnknownHostException unknown) {
            throw new NotDelivered("host '" + host + "' is not known");
        }
    }

    /** The same bytes at every attempt; only timestamp and signature differ. */
    byte[] body(Delivery delivery) {
        News news = delivery.news();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("schemaVersion", 1);
        body.put("id", delivery.id());
        body.put("kind", news.kind());
        body.put("job", news.job());
        body.put("businessDate", news.businessDate().toString());
        body.put("recipient", news.recipient());
        body.put("subject", wording.subject(news));
        body.put("text", wording.body(news));
        return JsonMapper.shared().writeValueAsBytes(body);
    }
}
