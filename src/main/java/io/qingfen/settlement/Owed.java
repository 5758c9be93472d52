package io.qingfen.settlement;

/**
 * What stands between a merchant and the acquirer when a date begins, minor units.
 *
 * @param broughtForwardMinor positive = owed to the merchant
 * @param receivableMinor the part the ledger shows as merchant-receivable
 */
public record Owed(long broughtForwardMinor, long receivableMinor) {
    public static final Owed NOTHING = new Owed(0, 0);

    /** What yesterday's position left: the ledger shows a negative one as a receivable. */
    public static Owed carried(long carriedForwardMinor) {
        return new Owed(carriedForwardMinor, Math.max(0, Math.negateExact(carriedForwardMinor)));
    }

    public Owed plus(Owed other) {
        return new Owed(
                Math.addExact(broughtForwardMinor, other.broughtForwardMinor),
                Math.addExact(receivableMinor, other.receivableMinor));
    }
}
