package io.qingfen.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A report of the outbox as a browser shows it: the same bytes, with a policy that allows its own style sheet, and
 * neither scripts nor anything from elsewhere.
 */
record ShownReport(byte[] bytes, String policy) {
    private static final String BEGIN = "<style>";
    private static final String END = "</style>";

    static ShownReport of(byte[] bytes) {
        String page = new String(bytes, StandardCharsets.UTF_8);
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        String style = begin < 0 || end < begin
                ? "'none'"
                : "'sha256-" + digest(page.substring(begin + BEGIN.length(), end)) + "'";
        return new ShownReport(
                bytes,
                "default-src 'none'; style-src " + style
                        + "; img-src data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox");
    }

    private static String digest(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
