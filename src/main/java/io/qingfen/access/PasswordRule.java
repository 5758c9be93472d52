package io.qingfen.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which passwords may be chosen: long rather than strange (NIST SP 800-63B, OWASP ASVS 6.2), never one that everybody
 * tries first, never the user's own name.
 */
public final class PasswordRule {
    private static final int SHORTEST = 12;
    /** bcrypt looks at no more bytes: what comes after would not count. */
    private static final int MOST_BYTES = 72;

    private static final int DIFFERENT = 5;
    private static final Set<String> COMMON =
            Set.of("password", "passw0rd", "qwerty", "12345", "abc123", "letmein", "welcome", "admin", "qingfen");

    private PasswordRule() {}

    /** What speaks against it; empty when nothing does. */
    public static Optional<Objection> objection(String userName, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(Objection.TOO_SHORT);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of(Objection.TOO_LONG);
        }
        String small = password.toLowerCase(Locale.ROOT);
        if (small.contains(userName.toLowerCase(Locale.ROOT))) {
            return Optional.of(Objection.HOLDS_USER_NAME);
        }
        String rest = small;
        for (String common : COMMON) {
            rest = rest.replace(common, "");
        }
        boolean guessable = rest.codePointCount(0, rest.length()) < SHORTEST / 2
                || small.codePoints().distinct().count() < DIFFERENT;
        return guessable ? Optional.of(Objection.GUESSABLE) : Optional.empty();
    }

    /** Why a password may not be chosen. */
    public enum Objection {
        /** The present password is another one. */
        WRONG,
        /** The new password is the present one. */
        SAME,
        /** Fewer than twelve characters. */
        TOO_SHORT,
        /** More than 72 bytes. */
        TOO_LONG,
        HOLDS_USER_NAME,
        /** Little but words that everybody tries, or the same characters again and again. */
        GUESSABLE
    }
}
