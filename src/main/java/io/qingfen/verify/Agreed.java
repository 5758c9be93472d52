package io.qingfen.verify;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;

/**
 * What the frozen {@code reserves.csv} and {@code agents.yml} say for the date.
 *
 * @param reserves by merchant id
 * @param agents by agent id
 * @param shares whether there is an {@code agents.yml}
 */
public record Agreed(Map<String, Reserve> reserves, Map<String, Agent> agents, boolean shares) {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    /** @param rate as a fraction */
    public record Reserve(LocalDate from, BigDecimal rate, int days) {
        public long ofVolume(long minor) {
            return minor <= 0 ? 0 : rounded(BigDecimal.valueOf(minor).multiply(rate));
        }
    }

    /** @param floor of the volume, as a fraction; so is the ratio */
    public record Agent(String id, LocalDate from, BigDecimal floor, BigDecimal ratio) {
        public long floorOf(long volumeMinor) {
            return rounded(floor.multiply(BigDecimal.valueOf(volumeMinor)));
        }

        public long shareOf(long feesMinor, long volumeMinor) {
            BigDecimal above = BigDecimal.valueOf(feesMinor).subtract(floor.multiply(BigDecimal.valueOf(volumeMinor)));
            return rounded(above.multiply(ratio));
        }
    }

    /** Parts per million of a fraction. */
    public static String ppm(BigDecimal fraction) {
        return fraction.multiply(new BigDecimal(MILLION)).toBigIntegerExact().toString();
    }

    private static long rounded(BigDecimal minor) {
        return minor.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
