package io.qingfen.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The audit trail as people read it. Only reads; whether the chain is whole says {@link Audit#problems}. */
public interface AuditTrail {
    /** One record of the chain. */
    record Entry(long no, Instant at, String actor, String action, String subject, String detail, String sha256) {}

    /**
     * Which records; an empty part asks for nothing.
     *
     * @param action how the action begins, for example {@code payouts.}
     * @param from first day, in UTC
     * @param to last day, in UTC
     * @param before records with a smaller number only, 0 for the latest
     */
    record Wanted(
            String actor,
            String action,
            String subject,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            long before,
            int most) {}

    /** Latest first. */
    List<Entry> find(Wanted wanted);

    /** The end of the chain: to be kept elsewhere, so that a tail that is cut off shows. */
    Entry head();
}
