package io.qingfen.retention;

import io.qingfen.run.Actor;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Business dates that must stay, however old they are. Each act is one transaction and one audit record. */
public interface LegalHolds {
    /**
     * Keeps the dates, and all later ones, since dates leave in order.
     *
     * @param to last date; empty: every later one
     * @throws io.qingfen.run.Refusal when the reason is too short or too long, the period is upside down, or dates of it
     *     have left already
     */
    LegalHold place(Actor who, LocalDate from, Optional<LocalDate> to, String reason);

    /** @throws io.qingfen.run.Refusal when there is no such hold, or it is lifted */
    LegalHold lift(Actor who, long number, String reason);

    /** In the order in which they were placed, lifted ones too. */
    List<LegalHold> list();

    /**
     * One hold.
     *
     * @param to null: every later date
     * @param liftedBy null while it holds
     */
    record LegalHold(
            long number,
            LocalDate from,
            LocalDate to,
            String reason,
            String placedBy,
            OffsetDateTime placedAt,
            String liftedBy,
            String liftReason) {
        public boolean holds(LocalDate date) {
            return liftedBy == null && !date.isBefore(from) && (to == null || !date.isAfter(to));
        }
    }
}
