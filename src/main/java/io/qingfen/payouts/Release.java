package io.qingfen.payouts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * A proposal to release the payouts of a date, and what became of it.
 *
 * @param no 1, 2, 3 … within the date
 * @param digest what was proposed, see {@link ReleaseContent#digest()}
 * @param maker who proposed
 * @param checker who approved; empty before, and when the system released by itself
 * @param confirmed codes of the currencies whose total the maker spelled out
 * @param reason why it ended without a release, else empty
 */
public record Release(
        LocalDate businessDate,
        int no,
        State state,
        String digest,
        String maker,
        Instant proposedAt,
        Instant expiresAt,
        String checker,
        Set<String> confirmed,
        String reason) {

    /** Only PROPOSED and APPROVED change. */
    public enum State {
        /** Waits for a second person. */
        PROPOSED,
        /** Decided; its files are about to be moved, or are and this is not known yet. */
        APPROVED,
        RELEASED,
        WITHDRAWN,
        /** What was proposed is not what stands there now. */
        VOID,
        EXPIRED
    }

    public Release {
        confirmed = Set.copyOf(confirmed);
    }
}
