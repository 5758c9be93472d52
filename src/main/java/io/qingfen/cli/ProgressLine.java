package io.qingfen.cli;

import io.qingfen.run.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Tells while a night runs how far it is: one line that is overwritten when a person watches, a plain line every few
 * seconds otherwise. The night reports, this thread writes; the night never waits for it.
 */
final class ProgressLine implements AutoCloseable {
    private static final Duration WATCHED = Duration.ofMillis(500);
    private static final Duration LOGGED = Duration.ofSeconds(5);

    private final Console console;
    private final LocalDate date;
    private final Thread thread = new Thread(this::watch, "progress");
    private volatile Step step;
    private volatile boolean closed;

    /** A step and how far it is; time and rate are counted from its beginning. */
    record Step(Progress.Report report, Instant since) {
        Step next(Progress.Report next, Instant now) {
            return next.step().equals(report.step()) ? new Step(next, since) : new Step(next, now);
        }
    }

    private ProgressLine(Console console, LocalDate date) {
        this.console = console;
        this.date = date;
        thread.setDaemon(true);
    }

    static ProgressLine of(Console console, Progress progress, LocalDate date) {
        ProgressLine line = new ProgressLine(console, date);
        progress.listen(line::hear);
        line.thread.start();
        return line;
    }

    private synchronized void hear(Progress.Report report) {
        step = step == null ? new Step(report, Instant.now()) : step.next(report, Instant.now());
    }

    private void watch() {
        try {
            while (!closed) {
                Thread.sleep((console.terminal() ? WATCHED : LOGGED).toMillis());
                if (step != null && !closed) {
                    show(text(date, step, Instant.now()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(String line) {
        if (console.terminal()) {
            console.err().print("\r\u001b[K" + line);
            console.err().flush();
        } else {
            console.err().println(line);
        }
    }

    /** {@code 2026-03-02 routeRecords 12/16 partitions, 3/s, about 00:14 left in this step}. */
    static String text(LocalDate date, Step step, Instant now) {
        Progress.Report report = step.report();
        Duration running = Duration.between(step.since(), now);
        if (report.unit().isEmpty()) {
            return date + " " + report.step() + ", " + clock(running);
        }
        String start = date + " " + report.step() + " " + Words.grouped(report.done());
        if (report.total() == 0) {
            return start + " " + report.unit() + ", " + clock(running);
        }
        String done = start + "/" + Words.grouped(report.total()) + " " + report.unit();
        if (report.done() == 0 || report.done() >= report.total()) {
            return done + ", " + clock(running);
        }
        long millis = Math.max(1, running.toMillis());
        long left = Math.multiplyExact(millis, report.total() - report.done()) / report.done();
        return done + ", " + rate(report.done(), millis) + "/s, about " + clock(Duration.ofMillis(left))
                + " left in this step";
    }

    private static String rate(long done, long millis) {
        long tenths = Math.multiplyExact(done, 10_000L) / millis;
        return tenths >= 100 ? Words.grouped(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }

    private static String clock(Duration duration) {
        return String.format("%02d:%02d", duration.toMinutes(), duration.toSecondsPart());
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (console.terminal()) {
            console.err().print("\r\u001b[K");
            console.err().flush();
        }
    }
}
