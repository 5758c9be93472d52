package io.qingfen.console;

import io.qingfen.overview.Flow;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the records of a night went: bands from what came in, on the left, to where it ended, on the right, each as high as
 * the records that took the way. A picture of 1000 by 1000; the control chain has the numbers.
 */
record FlowChart(List<Band> bands, List<Source> sources, List<End> ends) {
    private static final List<String> SOURCES = List.of("CAPTURES_", "AUTHORIZATIONS_");
    private static final List<String> ENDS =
            List.of("SETTLED", "OPEN", "NOT_SETTLED", "FAILED", "NOT_FINANCIAL", "DUPLICATE_BATCH", "REJECTED");
    private static final long WHOLE = 1000;
    /** Between two sources, and between two ends. */
    private static final long GAP = 14;

    /** @param path of its outline in the picture */
    record Band(String end, String path) {}

    /** @param name CAPTURES_ or AUTHORIZATIONS_ */
    record Source(String name, long count) {}

    record End(String name, long count) {}

    static FlowChart of(Flow flow) {
        List<Source> sources = SOURCES.stream()
                .map(source -> new Source(
                        source,
                        ENDS.stream().mapToLong(end -> flow.count(source + end)).sum()))
                .filter(source -> source.count() > 0)
                .toList();
        List<End> ends = ENDS.stream()
                .map(end -> new End(
                        end,
                        SOURCES.stream()
                                .mapToLong(source -> flow.count(source + end))
                                .sum()))
                .filter(end -> end.count() > 0)
                .toList();
        return new FlowChart(bands(flow, sources, ends), sources, ends);
    }

    private static List<Band> bands(Flow flow, List<Source> sources, List<End> ends) {
        long all = sources.stream().mapToLong(Source::count).sum();
        Column right = new Column(all, ends.size());
        Column left = new Column(all, sources.size());
        long[] begun = new long[sources.size()];
        for (int at = 1; at < begun.length; at++) {
            begun[at] = begun[at - 1] + sources.get(at - 1).count();
        }
        List<Band> bands = new ArrayList<>();
        long ended = 0;
        for (int to = 0; to < ends.size(); to++) {
            for (int from = 0; from < sources.size(); from++) {
                long count = flow.count(sources.get(from).name() + ends.get(to).name());
                if (count > 0) {
                    String path = outline(
                            left.y(begun[from], from),
                            left.y(begun[from] + count, from),
                            right.y(ended, to),
                            right.y(ended + count, to));
                    bands.add(new Band(ends.get(to).name(), path));
                    begun[from] += count;
                    ended += count;
                }
            }
        }
        return bands;
    }

    /** One side of the picture: its parts are as high as their records, with a gap between any two. */
    private record Column(long all, int parts) {
        long y(long before, int part) {
            long height = WHOLE - GAP * Math.max(0, parts - 1);
            return GAP * part + Math.multiplyExact(before, height) / all;
        }
    }

    /** At least so high that it is seen. */
    private static String outline(long top, long bottom, long endTop, long endBottom) {
        long low = Math.max(bottom, top + 3);
        long endLow = Math.max(endBottom, endTop + 3);
        return "M0," + top + " C500," + top + " 500," + endTop + " 1000," + endTop + " L1000," + endLow + " C500,"
                + endLow + " 500," + low + " 0," + low + " Z";
    }
}
