package io.qingfen.money;

import java.math.BigInteger;

/** The only places where a fraction of a minor unit disappears; each names how. */
public final class Rounding {
    private Rounding() {}

    /**
     * {@code numerator / denominator}, half a unit away from zero: 5/10 is 1, -5/10 is -1.
     *
     * @param denominator more than 0
     */
    public static long halfUp(long numerator, long denominator) {
        long quotient = numerator / denominator;
        long rest = Math.abs(numerator % denominator);
        return rest >= denominator - rest ? quotient + Long.signum(numerator) : quotient;
    }

    /**
     * {@code value × part / whole}, half a unit away from zero, exact for every long.
     *
     * @param whole more than 0
     * @throws ArithmeticException when the result does not fit a long
     */
    public static long proportionHalfUp(long value, long part, long whole) {
        long high = Math.multiplyHigh(value, part);
        long low = value * part;
        if (high == low >> 63) {
            return halfUp(low, whole);
        }
        return halfUp(BigInteger.valueOf(value).multiply(BigInteger.valueOf(part)), BigInteger.valueOf(whole));
    }

    /**
     * {@code numerator / denominator}, half a unit away from zero, for products that no long holds.
     *
     * @param denominator more than 0
     * @throws ArithmeticException when the result does not fit a long
     */
    public static long halfUp(BigInteger numerator, BigInteger denominator) {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        boolean up = parts[1].abs().shiftLeft(1).compareTo(denominator) >= 0;
        return (up ? parts[0].add(BigInteger.valueOf(numerator.signum())) : parts[0]).longValueExact();
    }
}
