package io.qingfen.pricing;

import io.qingfen.money.Rounding;
import io.qingfen.reference.FeeRule;
import java.math.BigInteger;

/**
 * The arithmetic of one fee rule: {@code rate × amount + fixed}, then raised to {@code min}, then lowered to {@code
 * cap}, <em>then</em> rounded HALF_UP once to the minor unit, then never above the amount.
 *
 * <p>Example: 3,714.29 at 0.5 %, cap 20.00 is 18.57; 2,500.00 at 1.5 % + 100.00 is 137.50.
 */
public final class FeeArithmetic {
    private static final long MILLION = 1_000_000;

    private FeeArithmetic() {}

    /**
     * The fee of an amount in minor units, between 0 and the amount.
     *
     * @param amountMinor 0 or more
     */
    public static long fee(FeeRule rule, long amountMinor) {
        long ppm = rule.rate().partsPerMillion();
        // Exact in a long up to about 9 × 10^12 minor units; beyond that the same in BigInteger.
        if (Math.multiplyHigh(amountMinor, ppm) != 0 || amountMinor * ppm < 0 || isLarge(rule)) {
            return exactFee(rule, amountMinor);
        }
        long millionths = Math.addExact(amountMinor * ppm, rule.fixedMinor() * MILLION);
        if (rule.minMinor().isPresent()) {
            millionths = Math.max(millionths, rule.minMinor().getAsLong() * MILLION);
        }
        if (rule.capMinor().isPresent()) {
            millionths = Math.min(millionths, rule.capMinor().getAsLong() * MILLION);
        }
        return Math.min(Rounding.halfUp(millionths, MILLION), amountMinor);
    }

    private static boolean isLarge(FeeRule rule) {
        long limit = Long.MAX_VALUE / MILLION / 4;
        return rule.fixedMinor() > limit
                || rule.minMinor().orElse(0) > limit
                || rule.capMinor().orElse(0) > limit;
    }

    private static long exactFee(FeeRule rule, long amountMinor) {
        BigInteger million = BigInteger.valueOf(MILLION);
        BigInteger fee = BigInteger.valueOf(amountMinor)
                .multiply(BigInteger.valueOf(rule.rate().partsPerMillion()))
                .add(BigInteger.valueOf(rule.fixedMinor()).multiply(million));
        if (rule.minMinor().isPresent()) {
            fee = fee.max(BigInteger.valueOf(rule.minMinor().getAsLong()).multiply(million));
        }
        if (rule.capMinor().isPresent()) {
            fee = fee.min(BigInteger.valueOf(rule.capMinor().getAsLong()).multiply(million));
        }
        BigInteger half = BigInteger.valueOf(MILLION / 2);
        return fee.add(half)
                .divide(million)
                .min(BigInteger.valueOf(amountMinor))
                .longValueExact();
    }
}
