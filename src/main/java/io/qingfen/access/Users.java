package io.qingfen.access;

import io.qingfen.run.Actor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everybody who may sign in. Every change and every failed attempt is an audit record. */
public interface Users {
    Optional<User> find(String name);

    /** By name. */
    List<User> all();

    /**
     * The first start: one administrator with a password that is told once; nothing when there is any user.
     *
     * @return the password, to be shown to whoever started the program and to be changed at first use
     */
    Optional<String> createFirst(String name);

    /**
     * Whether name and password are right, the user enabled and not locked. Counts failures; takes as long for a name
     * that does not exist.
     */
    SignIn signIn(String name, String password);

    /** The same of somebody who has signed in and says once more who it is, before an act that cannot be taken back. */
    SignIn confirm(String name, String password);

    /**
     * Somebody whom the identity provider knows signs in: a new user, or one of its own with these roles from now on.
     *
     * @throws io.qingfen.run.Refusal when the name is no user name or has a password here, or the user is disabled
     */
    User external(String name, String displayName, Set<Role> roles);

    /**
     * Ends all sessions of the user. A wrong present password counts as a failure to sign in: a session that somebody left
     * open is no place to guess it.
     *
     * @return why it did not change; empty when it did
     * @throws io.qingfen.run.Refusal when there is no such user
     */
    Optional<PasswordRule.Objection> changePassword(String name, String old, String chosen);

    /**
     * A new user, with a password that is told once and to be changed at first use.
     *
     * @throws io.qingfen.run.Refusal when the name is taken or no user name
     */
    String create(Actor by, String name, String displayName, Set<Role> roles);

    /**
     * Ends all sessions of the user.
     *
     * @throws io.qingfen.run.Refusal when nobody would be left who can manage users, or the user is unknown
     */
    void change(Actor by, String name, Set<Role> roles, boolean enabled);

    /** A new password that is told once; lifts a lock. */
    String resetPassword(Actor by, String name);

    /** What came of an attempt to sign in; people are told only whether it succeeded. */
    enum SignIn {
        DONE,
        WRONG,
        LOCKED,
        DISABLED
    }
}
