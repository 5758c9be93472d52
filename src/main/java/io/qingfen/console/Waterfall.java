package io.qingfen.console;

import io.qingfen.reports.Steps;
import io.qingfen.settlement.Line;
import io.qingfen.settlement.Lines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The way from sales to what is left, one line after the other; each bar begins where the one above ended. */
final class Waterfall {
    private Waterfall() {}

    /**
     * A line that is not zero.
     *
     * @param x where its bar begins, in thousandths
     * @param width of its bar, at least 2, so that it is seen
     */
    record Bar(Line line, long minor, long x, long width) {}

    static List<Bar> of(Lines lines) {
        List<Line> moved =
                Arrays.stream(Line.values()).filter(line -> lines.of(line) != 0).toList();
        List<Steps.Bar> steps = Steps.of(moved.stream().map(lines::of).toList());
        List<Bar> bars = new ArrayList<>();
        for (int at = 0; at < moved.size(); at++) {
            Line line = moved.get(at);
            bars.add(new Bar(
                    line, lines.of(line), steps.get(at).x(), steps.get(at).width()));
        }
        return bars;
    }
}
