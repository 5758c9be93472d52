package io.qingfen.console;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A provider that knows one person at a time and asks nothing: what it says of them is a token that it signs. */
final class IdentityProvider implements AutoCloseable {
    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();
    private volatile String name = "nobody";
    private volatile List<String> roles = List.of();
    private volatile Instant signedInAt = Instant.now();
    private volatile boolean asksAnew = true;
    private volatile boolean forged;

    IdentityProvider() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, configuration()));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whoever comes next is this person. */
    void knows(String user, String... groups) {
        name = user;
        roles = List.of(groups);
        forged = false;
    }

    /** The next token is signed with another key. */
    void forge() {
        forged = true;
    }

    /** The person typed a password an hour ago; whether it is asked anew when the program wants that. */
    void signedInLongAgo(boolean asksAnewWhenTold) {
        signedInAt = Instant.now().minus(Duration.ofHours(1));
        asksAnew = asksAnewWhenTold;
    }

    private String configuration() {
        return """
                {"issuer": "ISSUER", "authorization_endpoint": "ISSUER/authorize", "token_endpoint": "ISSUER/token",
                 "jwks_uri": "ISSUER/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}
                """.replace("ISSUER", issuer());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = fields(exchange.getRequestURI().getRawQuery());
        if (asksAnew && "0".equals(query.get("max_age")) && "login".equals(query.get("prompt"))) {
            signedInAt = Instant.now();
        }
        String code = "code-" + asked.size();
        asked.put(code, query);
        exchange.getResponseHeaders()
                .add("Location", query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> query = asked.remove(form.get("code"));
        answer(
                exchange,
                "{\"access_token\": \"a\", \"token_type\": \"Bearer\", \"expires_in\": 60, \"id_token\": \""
                        + signed(query) + "\"}");
    }

    private String signed(Map<String, String> query) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("id of " + name)
                .audience(query.get("client_id"))
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(1))))
                .claim("nonce", query.get("nonce"))
                .claim("auth_time", signedInAt.getEpochSecond())
                .claim("preferred_username", name)
                .claim("roles", roles)
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
        try {
            token.sign(new RSASSASigner(forged ? new RSAKeyGenerator(2048).generate() : key));
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
        return token.serialize();
    }

    private static Map<String, String> fields(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
