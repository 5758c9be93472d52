package io.qingfen.review;

/** What a person can decide on a case. Which of them fits which case stands in {@link Resolutions}. */
public enum Resolution {
    /** The merchant's claim counts: the captured amount is settled. */
    SETTLE_CAPTURED,
    /** The host's answer counts: the authorized amount is settled. */
    SETTLE_AUTHORIZED,
    /** Nothing is settled, what waited goes back to where it came from; of a case without money: acknowledged. */
    DO_NOT_SETTLE,
    /** The cardholder gets the money back: the refund that is presented to the scheme is booked. */
    REFUND_CARDHOLDER,
    /** Settled at the acquirer's own expense: no scheme pays for it. */
    WRITE_OFF,
    /** Two records are one sale, although nothing in them says so. */
    LINK,
    /** Nothing yet: asked again on a date. */
    WAIT;

    /** Money of the merchant moves in a way that must happen once only. */
    public boolean settles() {
        return this == SETTLE_CAPTURED || this == SETTLE_AUTHORIZED || this == WRITE_OFF || this == LINK;
    }
}
