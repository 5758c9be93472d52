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
 */
public record User(
        String name, String displayName, Set<Role> roles, boolean enabled, boolean mustChangePassword, long stamp) {

    public User {
        roles = Set.copyOf(roles);
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
