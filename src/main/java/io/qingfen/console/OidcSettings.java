package io.qingfen.console;

import io.qingfen.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.env.Environment;

/**
 * The identity provider, from the environment: {@code QINGFEN_OIDC_ISSUER}, {@code QINGFEN_OIDC_CLIENT_ID},
 * {@code QINGFEN_OIDC_CLIENT_SECRET_FILE} (or {@code …_SECRET}), {@code QINGFEN_OIDC_NAME_CLAIM} ({@code
 * preferred_username}), {@code QINGFEN_OIDC_ROLES_CLAIM} ({@code roles}), {@code QINGFEN_OIDC_ROLE_PREFIX} ({@code
 * qingfen-}).
 *
 * @param rolePrefix what values of the claim begin with that are roles here: {@code qingfen-approver}
 */
record OidcSettings(
        String issuer, String clientId, String secret, String nameClaim, String rolesClaim, String rolePrefix) {

    /** Empty where nobody configured one. */
    static Optional<OidcSettings> of(Environment environment) {
        String issuer = environment.getProperty("qingfen.oidc.issuer", "");
        if (issuer.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new OidcSettings(
                issuer,
                environment.getRequiredProperty("qingfen.oidc.client-id"),
                secret(environment),
                environment.getProperty("qingfen.oidc.name-claim", "preferred_username"),
                environment.getProperty("qingfen.oidc.roles-claim", "roles"),
                environment.getProperty("qingfen.oidc.role-prefix", "qingfen-")));
    }

    private static String secret(Environment environment) {
        String file = environment.getProperty("qingfen.oidc.client-secret-file", "");
        if (file.isBlank()) {
            return environment.getProperty("qingfen.oidc.client-secret", "");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Values that are no role here say nothing. */
    Set<Role> roles(Object claim) {
        Collection<?> values = claim instanceof Collection<?> many ? many : claim == null ? List.of() : List.of(claim);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Object value : values) {
            String name = String.valueOf(value);
            if (name.startsWith(rolePrefix)) {
                String role = name.substring(rolePrefix.length()).toUpperCase(Locale.ROOT);
                Arrays.stream(Role.values())
                        .filter(one -> one.name().equals(role))
                        .forEach(roles::add);
            }
        }
        return roles;
    }

    @Override
    public String toString() {
        return issuer;
    }
}
