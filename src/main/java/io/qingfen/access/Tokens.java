package io.qingfen.access;

import io.qingfen.run.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tokens with which programs of a user ask the API. A token may what its user may, and ends with its date, when it is
 * ended, and whenever sessions of its user would: roles, password or state changed. Only its digest is kept.
 */
public interface Tokens {
    /**
     * A new token; audited.
     *
     * @param label what it is for, as its user calls it
     * @param days until it ends, 1 to 365
     * @return the token, told once
     * @throws io.qingfen.run.Refusal when there is no such user, the label is none, or the days are too many
     */
    String create(Actor who, String label, int days);

    /**
     * Ends one; audited.
     *
     * @throws io.qingfen.run.Refusal when there is none that still stands, or it is another person's
     */
    void end(Actor who, String id);

    /** Those of the user that still stand, the newest first. */
    List<Token> of(Actor who);

    /** Whose token this is; empty when it is none that stands. */
    Optional<User> user(String token);

    /** @param id the part of it that is no secret */
    record Token(String id, String label, Instant createdAt, Instant endsAt) {}
}
