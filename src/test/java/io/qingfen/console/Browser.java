package io.qingfen.console;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with cookies, who follows redirects and fills forms. */
final class Browser {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private final String base;
    private final String language;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    Browser(int port, String language) {
        this.base = "http://127.0.0.1:" + port;
        this.language = language;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Accept", "text/html, */*;q=0.8")
                        .header("Accept-Language", language)
                        .build(),
                BodyHandlers.ofString());
    }

    /** @param range of bytes, empty for all of them */
    HttpResponse<byte[]> bytes(String path, String range) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return client.send(
                (range.isEmpty() ? request : request.header("Range", range)).build(), BodyHandlers.ofByteArray());
    }

    /** Fills the form of a page. */
    HttpResponse<String> submit(String page, String action, Map<String, String> fields)
            throws IOException, InterruptedException {
        Matcher token = CSRF.matcher(get(page).body());
        String csrf = token.find() ? token.group(1) : "";
        return post(action, fields, csrf);
    }

    HttpResponse<String> post(String action, Map<String, String> fields, String csrf)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(
                HttpRequest.newBuilder(URI.create(base + action))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .header("Accept-Language", language)
                        .POST(BodyPublishers.ofString(body + "&_csrf=" + csrf))
                        .build(),
                BodyHandlers.ofString());
    }

    /** As a program does: JSON, and a token instead of cookies and forms. */
    HttpResponse<String> send(String path, String token, String json) throws IOException, InterruptedException {
        return send(path, token, json, "");
    }

    /** @param key a name of the request; empty for none */
    HttpResponse<String> send(String path, String token, String json, String key)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token);
        return client.send(
                (key.isEmpty() ? request : request.header("Idempotency-Key", key))
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    /** As a program reads. */
    HttpResponse<String> read(String path, String token) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        return submit("/sign-in", "/sign-in", Map.of("name", name, "password", password));
    }
}
