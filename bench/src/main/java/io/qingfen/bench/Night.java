package io.qingfen.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Qingfen's own night, run as a user runs it. */
final class Night {
    private static final Pattern END_OF_PAYOUTS = Pattern.compile(
            "\"step\" : \"writePayouts\",\\s*\"status\" : \"COMPLETED\",[^}]*\"endedAt\" : \"([^\"]*)\"");

    private final Path launcher;
    private final Path home;

    Night(Path launcher, Path home) {
        this.launcher = launcher;
        this.home = home;
    }

    /** @param url "" for the embedded database */
    ProcessBuilder command(String url) {
        return qingfen(url, "run", "--date", Input.DATE)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** Seconds from this moment to the end of step writePayouts. */
    double toPayouts(Instant started, String url) throws IOException, InterruptedException {
        Process status = qingfen(url, "status", "--date", Input.DATE, "--json").start();
        String json = new String(status.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        status.waitFor();
        Matcher step = END_OF_PAYOUTS.matcher(json);
        if (!step.find()) {
            throw new IllegalStateException("the night did not write its payouts: " + json);
        }
        return Duration.between(started, Instant.parse(step.group(1))).toMillis() / 1000.0;
    }

    /** From positions.csv: what a finance department would add up. */
    Outcome outcome() throws IOException {
        long count = 0;
        long sales = 0;
        long fees = 0;
        try (BufferedReader in = Files.newBufferedReader(home.resolve("outbox/" + Input.DATE + "/positions.csv"))) {
            List<String> columns = Arrays.asList(in.readLine().split(","));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] field = line.split(",", -1);
                count += Long.parseLong(field[columns.indexOf("sales_count")]);
                sales += Outcome.minor(field[columns.indexOf("sales")]);
                fees -= Outcome.minor(field[columns.indexOf("merchant_fees")]);
            }
        }
        return new Outcome(count, sales, fees);
    }

    private ProcessBuilder qingfen(String url, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString());
        builder.command().addAll(List.of(arguments));
        builder.command().addAll(List.of("--home", home.toString()));
        builder.environment().keySet().removeIf(name -> name.startsWith("QINGFEN_DB_"));
        if (!url.isEmpty()) {
            builder.environment().put("QINGFEN_DB_URL", url);
        }
        return builder;
    }
}
