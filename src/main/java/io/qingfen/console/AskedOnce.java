package io.qingfen.console;

import io.qingfen.access.Requests;
import io.qingfen.access.Requests.Answer;
import io.qingfen.access.Requests.Begun;
import io.qingfen.run.OnlyServing;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a program asks for under a key of its own ({@code Idempotency-Key}) is done once, however often a broken
 * connection makes it ask: the second time it is told what was answered. Whoever is not let in has taken no key.
 */
@OnlyServing
@Component
final class AskedOnce extends OncePerRequestFilter {
    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";
    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final int LARGEST = 64 * 1024;
    private static final Set<Integer> TURNED_AWAY =
            Set.of(HttpStatus.UNAUTHORIZED.value(), HttpStatus.FORBIDDEN.value(), HttpStatus.TOO_MANY_REQUESTS.value());
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Requests requests;

    AskedOnce(Requests requests) {
        this.requests = requests;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(KEY) == null
                || !request.getMethod().equals("POST")
                || !Gate.isApi(request)
                || request.getUserPrincipal() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(KEY);
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (!SHAPE.matcher(key).matches()) {
            ApiErrors.refuse(response, HttpStatus.BAD_REQUEST, KEY + " takes 1 to 100 visible characters of ASCII");
        } else if (body.length > LARGEST) {
            ApiErrors.refuse(response, HttpStatus.CONTENT_TOO_LARGE, "a request has 64 KiB at most");
        } else {
            once(request.getUserPrincipal().getName(), key, new SameAgain(request, body), response, chain);
        }
    }

    private void once(String who, String key, SameAgain request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Begun begun = requests.begin(who, key, sha256(request));
        switch (begun.state()) {
            case NEW -> carriedOut(who, key, request, response, chain);
            case ANSWERED -> replay(begun.answer(), response);
            case OTHER ->
                ApiErrors.refuse(
                        response,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "this " + KEY + " stands for another request; take a new one");
            case UNANSWERED ->
                ApiErrors.refuse(
                        response,
                        HttpStatus.CONFLICT,
                        "the request of this " + KEY + " is at work, or its process ended before it answered: look what"
                                + " came of it, then ask with a new one");
        }
    }

    /**
     * A fault may come after the act: then nobody knows, and the key stays taken. Whoever was turned away before it, for
     * want of a password or a right, may ask again.
     */
    private void carriedOut(String who, String key, SameAgain request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        if (TURNED_AWAY.contains(kept.getStatus())) {
            requests.forget(who, key);
        } else if (kept.getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            String type = kept.getContentType();
            requests.answered(
                    who, key, new Answer(kept.getStatus(), type == null ? "" : type, kept.getContentAsByteArray()));
        }
        kept.copyBodyToResponse();
    }

    private static void replay(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader(REPLAYED, "true");
        if (!answer.contentType().isEmpty()) {
            response.setContentType(answer.contentType());
        }
        response.getOutputStream().write(answer.body());
    }

    /** A password is guessed from a plain digest, so it is no part of it. */
    private static String sha256(SameAgain request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (request.getMethod() + " " + request.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(withoutPassword(request.body())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] withoutPassword(byte[] body) {
        try {
            JsonNode read = JSON.readTree(body);
            if (read instanceof ObjectNode object && object.has("password")) {
                object.remove("password");
                return JSON.writeValueAsBytes(object);
            }
            return body;
        } catch (JacksonException none) {
            return body;
        }
    }
}
