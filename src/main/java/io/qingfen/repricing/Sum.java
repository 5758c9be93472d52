package io.qingfen.repricing;

/**
 * Fees added up.
 *
 * @param items transactions, or merchant-days for the surcharge
 * @param amountMinor what was priced, signed: sales +, voids and refunds −
 * @param chargedMinor as booked
 * @param otherMinor under the other plans
 */
public record Sum(long items, long amountMinor, long chargedMinor, long otherMinor) {
    public static final Sum NONE = new Sum(0, 0, 0, 0);

    public Sum plus(Sum more) {
        return new Sum(
                Math.addExact(items, more.items),
                Math.addExact(amountMinor, more.amountMinor),
                Math.addExact(chargedMinor, more.chargedMinor),
                Math.addExact(otherMinor, more.otherMinor));
    }

    /** Above 0: the merchants would have paid more. */
    public long differenceMinor() {
        return Math.subtractExact(otherMinor, chargedMinor);
    }
}
