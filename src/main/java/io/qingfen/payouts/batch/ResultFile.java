package io.qingfen.payouts.batch;

import io.qingfen.payouts.PayoutResult;
import io.qingfen.run.Masked;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A bank's result file as it was read: its results, or what is wrong with it. Something wrong refuses it whole. */
final class ResultFile {
    static final Pattern NAME = Pattern.compile("payout-results_[0-9]{8}_[0-9]{2,5}\\.(csv|xml)");
    static final Pattern PAYOUT_ID = Pattern.compile("[0-9A-Za-z-]{1,35}");
    private static final int MOST_PROBLEMS = 50;
    private static final int LONGEST_REASON = 200;

    private final String name;
    private final List<PayoutResult> results = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private ResultFile(String name) {
        this.name = name;
    }

    static ResultFile read(String name, byte[] bytes) {
        ResultFile file = new ResultFile(name);
        if (name.endsWith(".xml")) {
            new PaymentStatusReport(file).read(bytes);
        } else {
            new ResultCsv(file).read(bytes);
        }
        if (file.results.isEmpty() && file.problems.isEmpty()) {
            file.problem(1, "has no results");
        }
        return file;
    }

    List<PayoutResult> results() {
        return results;
    }

    List<String> problems() {
        return problems;
    }

    String source(int line) {
        return name + ":" + line;
    }

    void add(PayoutResult result) {
        results.add(result);
    }

    void problem(int line, String what) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(source(line) + ": " + what);
        }
    }

    /** Words of the bank fit for screens and tables: one line, no long numbers, not too long. */
    static String clean(String text) {
        String line = Masked.numbersIn(text.replaceAll("[\\p{C}\\s]+", " ").strip());
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
    }

    /** Null, and a problem, when the text is not a date; null for an empty one. */
    LocalDate date(int line, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException another) {
            problem(line, "'" + clean(text) + "' is not a date like 2026-03-02");
            return null;
        }
    }
}
