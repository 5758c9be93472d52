package io.qingfen.deposits;

/**
 * The money of one deposit in minor units. Held is what was collected and neither given back nor forfeited; no part is
 * ever negative.
 *
 * @param refundedMinor given back to the merchant, for stages reached or for the terminal's return
 * @param forfeitedMinor became income, as forfeit or as the price of the device
 */
public record DepositBalance(long collectedMinor, long refundedMinor, long forfeitedMinor) {
    static final DepositBalance NOTHING = new DepositBalance(0, 0, 0);

    public DepositBalance {
        if (collectedMinor < 0
                || refundedMinor < 0
                || forfeitedMinor < 0
                || held(collectedMinor, refundedMinor, forfeitedMinor) < 0) {
            throw new IllegalArgumentException("no deposit: collected " + collectedMinor + ", refunded " + refundedMinor
                    + ", forfeited " + forfeitedMinor);
        }
    }

    public long heldMinor() {
        return held(collectedMinor, refundedMinor, forfeitedMinor);
    }

    DepositBalance collect(long minor) {
        return new DepositBalance(Math.addExact(collectedMinor, minor), refundedMinor, forfeitedMinor);
    }

    DepositBalance refund(long minor) {
        return new DepositBalance(collectedMinor, Math.addExact(refundedMinor, minor), forfeitedMinor);
    }

    DepositBalance forfeit(long minor) {
        return new DepositBalance(collectedMinor, refundedMinor, Math.addExact(forfeitedMinor, minor));
    }

    private static long held(long collected, long refunded, long forfeited) {
        return Math.subtractExact(Math.subtractExact(collected, refunded), forfeited);
    }
}
