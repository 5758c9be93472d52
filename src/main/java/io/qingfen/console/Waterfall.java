package io.qingfen.console;

import io.qingfen.settlement.Line;
import io.qingfen.settlement.Lines;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The way from sales to what is left, one line after the other; each bar begins where the one above ended. */
final class Waterfall {
    private static final long WHOLE = 1000;

    private Waterfall() {}

    /**
     * A line that is not zero.
     *
     * @param x where its bar begins, in thousandths
     * @param width of its bar, at least 2, so that it is seen
     */
    record Bar(Line line, long minor, long x, long width) {}

    static List<Bar> of(Lines lines) {
        long low = 0;
        long high = 0;
        long at = 0;
        for (Line line : Line.values()) {
            at = Math.addExact(at, lines.of(line));
            low = Math.min(low, at);
            high = Math.max(high, at);
        }
        List<Bar> bars = new ArrayList<>();
        at = 0;
        for (Line line : Line.values()) {
            long minor = lines.of(line);
            long begin = Math.min(at, at + minor);
            at += minor;
            if (minor != 0) {
                long x = Math.min(WHOLE - 2, part(begin - low, high - low));
                bars.add(new Bar(line, minor, x, Math.max(2, Math.min(WHOLE - x, part(Math.abs(minor), high - low)))));
            }
        }
        return bars;
    }

    private static long part(long part, long whole) {
        return BigInteger.valueOf(part)
                .multiply(BigInteger.valueOf(WHOLE))
                .divide(BigInteger.valueOf(Math.max(1, whole)))
                .longValueExact();
    }
}
