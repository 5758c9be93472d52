package io.qingfen.matching;

import io.qingfen.intake.Authorization;

/** An authorization on its way through one terminal's night. */
public final class AuthorizationSide {
    private final Authorization authorization;
    private final Outcome outcome;
    private final OpenItem open;
    private boolean used;
    private boolean reversed;
    private boolean duplicate;

    /** @param open null for one of today's authorizations; a waiting pair for the pair's authorization */
    AuthorizationSide(Authorization authorization, Outcome outcome, OpenItem open) {
        this.authorization = authorization;
        this.outcome = outcome;
        this.open = open;
    }

    public Authorization authorization() {
        return authorization;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** The open item that brought it in, or null for one of today's. */
    public OpenItem open() {
        return open;
    }

    public boolean isTodays() {
        return open == null;
    }

    public boolean isReversed() {
        return reversed;
    }

    public boolean isDuplicate() {
        return duplicate;
    }

    boolean isUsed() {
        return used;
    }

    /** May be paired with a capture. */
    boolean isCandidate() {
        return authorization.txnType().isCapturable() && !duplicate;
    }

    void use() {
        used = true;
    }

    void reverse() {
        reversed = true;
    }

    void markDuplicate() {
        duplicate = true;
    }
}
