package io.qingfen.review;

/** What waits behind a case: which records, and which way their money goes. */
public enum Waiting {
    /** No money by itself: the case only wants to be seen. */
    NOTHING,
    /** A claim of the merchant that nobody answered. */
    CAPTURE,
    CREDIT_CAPTURE,
    /** An answer of the host that nobody claimed. */
    AUTHORIZATION,
    CREDIT_AUTHORIZATION,
    /** Both, and they disagree with each other or with the books. */
    PAIR,
    CREDIT_PAIR,
    /** The host took back what was cleared earlier; the merchant's money is kept back meanwhile. */
    REVERSAL;

    /**
     * @param claimed there is a capture
     * @param answered there is an authorization
     * @param credit the money goes back to the cardholder
     */
    public static Waiting of(boolean claimed, boolean answered, boolean credit) {
        if (claimed && answered) {
            return credit ? CREDIT_PAIR : PAIR;
        }
        if (claimed) {
            return credit ? CREDIT_CAPTURE : CAPTURE;
        }
        if (answered) {
            return credit ? CREDIT_AUTHORIZATION : AUTHORIZATION;
        }
        return NOTHING;
    }
}
