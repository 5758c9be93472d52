package io.qingfen.access;

import io.qingfen.run.Actor;
import java.util.EnumSet;
import java.util.Set;

/**
 * A person who may sign in.
 *
 * @param name as it stands in the audit trail; small letters, so that no two look alike
 * @param stamp changes with roles, state and password: a session with another one has ended
 * @param mustChangePassword it was given by somebody else
 * @param external an identity provider says who it is and which roles it has; there is no password here
 */
public record User(
        String name,
        String displayName,
        Set<Role> roles,
        boolean enabled,
        boolean mustChangePassword,
        long stamp,
        boolean external) {

    public User {
        roles = Set.copyOf(roles);
    }

    /** With a password here. */
    public User(
            String name, String displayName, Set<Role> roles, boolean enabled, boolean mustChangePassword, long stamp) {
        this(name, displayName, roles, enabled, mustChangePassword, stamp, false);
    }

    /** Nothing while the password has to be changed first, or the user is disabled. */
    public Set<Permission> permissions() {
        return enabled && !mustChangePassword ? Role.permissionsOf(roles) : EnumSet.noneOf(Permission.class);
    }

    public boolean may(Permission permission) {
        return permissions().contains(permission);
    }

    public Actor actor() {
        return new Actor(name);
    }
}
