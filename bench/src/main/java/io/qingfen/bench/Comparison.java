package io.qingfen.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Medians of all rounds and their ratios to Qingfen's, per pair. */
record Comparison(List<Measured> runs) {
    /** How many times Qingfen's time per pair each should take at least, at ten million pairs on PostgreSQL. */
    private static final Map<String, Double> WANTED =
            Map.of("sql", 1 / 0.7, "chunks", 5.0, "lookup", 20.0, "duckdb", 1 / 2.0);

    /** A table as docs/PERFORMANCE.md has it: every figure follows from the rounds that it shows. */
    String text() {
        int rounds = of(runs.get(0).contender()).size();
        String heading = IntStream.rangeClosed(1, rounds)
                .mapToObj(round -> "round " + round)
                .collect(Collectors.joining(
                        " | ",
                        "\n| contender | pairs | ",
                        " | median s | whole s | pairs/s | peak MiB | x qingfen | wanted |\n"));
        String rows =
                runs.stream().map(Measured::contender).distinct().map(this::row).collect(Collectors.joining());
        return heading + "|---|" + "--:|".repeat(rounds + 6) + "---|\n" + rows + """

                seconds: from the start of the process to its result (qingfen: to the bank files); whole: to its end, median.
                MiB: peak of the process, its children and the server together. x qingfen: median seconds per pair against
                qingfen's. wanted: at ten million pairs on PostgreSQL, on a machine that does nothing else.
                """;
    }

    private String row(String contender) {
        List<Measured> mine = of(contender);
        double seconds = median(mine.stream().map(Measured::seconds));
        double whole = median(mine.stream().map(Measured::whole));
        return mine.stream()
                .map(run -> decimal("%.1f", run.seconds()))
                .collect(Collectors.joining(
                        " | ",
                        "| " + contender + " | " + mine.get(0).pairs() + " | ",
                        " | "
                                + String.join(
                                        " | ",
                                        decimal("%.1f", seconds),
                                        decimal("%.1f", whole),
                                        decimal("%.0f", 1 / perPair(contender)),
                                        Long.toString(mine.stream()
                                                .mapToLong(Measured::memory)
                                                .max()
                                                .orElse(0)),
                                        ratio(contender))
                                + " |\n"));
    }

    private String ratio(String contender) {
        if (of("qingfen").isEmpty()) {
            return " | ";
        }
        double ratio = perPair(contender) / perPair("qingfen");
        Double wanted = WANTED.get(contender);
        return decimal("%.2f", ratio)
                + (wanted == null
                        ? " | "
                        : " | " + decimal("%.2f", wanted) + (ratio >= wanted ? ": reached" : ": **missed**"));
    }

    private List<Measured> of(String contender) {
        return runs.stream().filter(run -> run.contender().equals(contender)).toList();
    }

    private double perPair(String contender) {
        List<Measured> mine = of(contender);
        return median(mine.stream().map(Measured::seconds)) / mine.get(0).pairs();
    }

    private static double median(Stream<Double> values) {
        List<Double> sorted = values.sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String decimal(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
