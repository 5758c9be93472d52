package io.qingfen.risk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A person's decision that a merchant is not paid; the money stays owed. A hold on a terminal holds the payouts of the
 * merchant as a whole, since a position does not know which terminal its money came from.
 *
 * @param number 1, 2, 3 … in the order in which they were placed
 * @param merchantId whose payouts are held
 * @param terminalId the terminal that is on hold, empty when it is the merchant itself
 * @param until last business date on which it holds; null until it is lifted
 * @param from first business date on which it held; null while it waits for a night
 * @param liftedOn first business date on which it does not hold any more; null until a night took the lifting over
 */
public record Hold(
        String id,
        long number,
        String merchantId,
        String terminalId,
        String reason,
        LocalDate until,
        String placedBy,
        OffsetDateTime placedAt,
        LocalDate from,
        Optional<Lifting> lifting,
        LocalDate liftedOn) {

    /** Who ended it, and why. */
    public record Lifting(String reason, String by, OffsetDateTime at) {}

    /** Stable for ever: {@code H} and the first 20 hex digits of SHA-256 over number, subject, reason and end. */
    public static String idOf(long number, String merchantId, String terminalId, String reason, LocalDate until) {
        String content = String.join("|", Long.toString(number), merchantId, terminalId, String.valueOf(until), reason);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "H" + HexFormat.of().formatHex(digest, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether the night of this date holds the payouts. */
    public boolean holdsOn(LocalDate date) {
        boolean begun = from != null && !from.isAfter(date);
        boolean expired = until != null && until.isBefore(date);
        boolean lifted = liftedOn != null && !liftedOn.isAfter(date);
        return begun && !expired && !lifted;
    }

    /** @param latest the last date in the books, null when they are empty */
    public HoldState state(LocalDate latest) {
        if (lifting.isPresent()) {
            return liftedOn == null ? HoldState.LIFTING : HoldState.LIFTED;
        }
        if (from == null) {
            return HoldState.PLACED;
        }
        boolean expired = until != null && latest != null && until.isBefore(latest);
        return expired ? HoldState.EXPIRED : HoldState.ACTIVE;
    }

    /** For example {@code merchant 898310000000001} or {@code terminal 10000001 of merchant 898310000000001}. */
    public String subject() {
        return terminalId.isEmpty()
                ? "merchant " + merchantId
                : "terminal " + terminalId + " of merchant " + merchantId;
    }
}
