package io.qingfen.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What a person is at this acquirer; a user has one or several. */
public enum Role {
    /** Sees everything and changes nothing: also auditors. */
    VIEWER(Permission.SEE, Permission.DOWNLOAD, Permission.AUDIT),
    OPS(Permission.SEE, Permission.OPERATE, Permission.KEEP_VIEWS),
    REVIEWER(Permission.SEE, Permission.DECIDE, Permission.KEEP_VIEWS),
    FINANCE(
            Permission.SEE,
            Permission.DOWNLOAD,
            Permission.PROPOSE_RELEASE,
            Permission.CORRECT_FEES,
            Permission.KEEP_VIEWS),
    /** The second person; the first is always another one, whatever roles it has. */
    APPROVER(
            Permission.SEE,
            Permission.DOWNLOAD,
            Permission.APPROVE_DECISION,
            Permission.APPROVE_RELEASE,
            Permission.APPROVE_CORRECTION,
            Permission.KEEP_VIEWS),
    /** Gives rights and has none over money: whoever can make users must not be both persons of a release. */
    ADMIN(Permission.SEE, Permission.AUDIT, Permission.MANAGE_USERS);

    private final Set<Permission> permissions;

    Role(Permission first, Permission... others) {
        this.permissions = EnumSet.of(first, others);
    }

    public boolean allows(Permission permission) {
        return permissions.contains(permission);
    }

    /** Everything that one of these roles allows. */
    public static Set<Permission> permissionsOf(Collection<Role> roles) {
        Set<Permission> all = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> all.addAll(role.permissions));
        return all;
    }
}
