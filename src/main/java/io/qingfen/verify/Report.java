package io.qingfen.verify;

import java.time.LocalDate;
import java.util.List;

/** What the proof of one date found: its checks in order. */
public record Report(LocalDate businessDate, List<Check> checks) {
    public Report {
        checks = List.copyOf(checks);
    }

    public boolean isProved() {
        return checks.stream().allMatch(Check::isProved);
    }

    /** Every difference that was kept, each with its place and both values. */
    public List<String> differences() {
        return checks.stream().flatMap(check -> check.differences().stream()).toList();
    }

    /** How many values, rows, lines and files were compared. */
    public long compared() {
        return checks.stream().mapToLong(Check::compared).sum();
    }
}
