package io.qingfen.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Medians of all rounds and their ratios to Qingfen's, per pair. */
record Comparison(List<Measured> runs) {
    private static final String ROW = "%-12s %10d %9.1f %9.1f %11.0f %9d %10s%n";

    /** A table. Fails when contenders with the same input do not agree. */
    String text() {
        requireSameWork();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%n%-12s %10s %9s %9s %11s %9s %10s%n",
                "contender",
                "pairs",
                "seconds",
                "whole",
                "pairs/s",
                "MiB",
                "x qingfen"));
        double own = contenders().contains("qingfen") ? perPair("qingfen") : Double.NaN;
        for (String contender : contenders()) {
            List<Measured> mine = of(contender);
            text.append(String.format(
                    Locale.ROOT,
                    ROW,
                    contender,
                    mine.get(0).pairs(),
                    median(mine.stream().map(Measured::seconds).toList()),
                    median(mine.stream().map(Measured::whole).toList()),
                    1 / perPair(contender),
                    mine.stream().mapToLong(Measured::memory).max().orElse(0),
                    Double.isNaN(own) ? "" : String.format(Locale.ROOT, "%.2f", perPair(contender) / own)));
        }
        return text.append("seconds: median, from the start of the process to its result (qingfen: to the bank files);")
                .append(" whole: to its end.\n")
                .append("MiB: peak of the process, its children and the server together.")
                .append(" x qingfen: seconds per pair against qingfen's.\n")
                .toString();
    }

    private void requireSameWork() {
        runs.stream().collect(Collectors.groupingBy(Measured::pairs)).forEach((pairs, same) -> {
            if (same.stream().map(Measured::outcome).distinct().count() > 1) {
                throw new IllegalStateException("the contenders do not agree: "
                        + same.stream()
                                .map(run -> run.contender() + " " + run.outcome())
                                .distinct()
                                .toList());
            }
        });
    }

    private List<String> contenders() {
        return runs.stream().map(Measured::contender).distinct().toList();
    }

    private List<Measured> of(String contender) {
        return runs.stream().filter(run -> run.contender().equals(contender)).toList();
    }

    private double perPair(String contender) {
        return 1 / median(of(contender).stream().map(Measured::pairsPerSecond).toList());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
