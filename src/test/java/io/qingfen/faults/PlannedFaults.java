package io.qingfen.faults;

import io.qingfen.run.FaultPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What strikes at a {@link FaultPoint}, found there by its name. A child process takes its plan from
 * {@code -Dqingfen.fault=POINT:COUNT[:ACTION[=VALUE]][,…]}: at the COUNT-th pass of POINT
 *
 * <ul>
 *   <li>{@code halt} (or nothing): the virtual machine ends as by a power cut;
 *   <li>{@code hold=FILE}: waits until the file exists;
 *   <li>{@code delay=MILLISECONDS}: waits so long;
 *   <li>{@code throw=KIND}: fails, see {@link #failure};
 *   <li>{@code memory}: takes all memory there is;
 *   <li>{@code lost-reply}: the transaction of this thread commits, its connection breaks before the reply arrives;
 *   <li>{@code lost-commit}: its connection breaks before the commit arrives.
 * </ul>
 *
 * A test that plays the program in its own process says what strikes with {@link #within}.
 */
public final class PlannedFaults implements FaultPoint.Faults {
    private static final Pattern PLAN = Pattern.compile("(.+?):(\\d+)(?::([a-z-]+)(?:=(.*))?)?");
    private static volatile FaultPoint.Faults within;
    private final List<Planned> plan = new ArrayList<>();

    private record Planned(String point, int count, String action, String value, AtomicInteger reached) {}

    public PlannedFaults() {
        for (String one : System.getProperty("qingfen.fault", "").split(",")) {
            if (!one.isEmpty()) {
                plan.add(planned(one));
            }
        }
    }

    private static Planned planned(String text) {
        Matcher parts = PLAN.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("qingfen.fault: '" + text + "' is not POINT:COUNT[:ACTION[=VALUE]]");
        }
        String action = parts.group(3) == null ? "halt" : parts.group(3);
        int count = Integer.parseInt(parts.group(2));
        return new Planned(parts.group(1), count, action, parts.group(4), new AtomicInteger());
    }

    /** From now on in this process; null for nothing. */
    public static void within(FaultPoint.Faults faults) {
        within = faults;
    }

    @Override
    public void at(String point, String what) {
        FaultPoint.Faults here = within;
        if (here != null) {
            here.at(point, what);
        }
        for (Planned one : plan) {
            if (one.point().equals(point) && one.reached().incrementAndGet() == one.count()) {
                strike(one.action(), one.value());
            }
        }
    }

    /** Does what a plan says. */
    public static void strike(String action, String value) {
        switch (action) {
            case "halt" -> Runtime.getRuntime().halt(FaultPoint.HALTED);
            case "hold" -> hold(Path.of(value));
            case "delay" -> sleep(Long.parseLong(value));
            case "throw" -> throwAnyway(failure(value));
            case "memory" -> takeAllMemory();
            case "lost-reply" -> LostCommits.onThisThread(true);
            case "lost-commit" -> LostCommits.onThisThread(false);
            default -> throw new IllegalArgumentException("qingfen.fault: unknown action '" + action + "'");
        }
    }

    /** What may be thrown: of the program, of the virtual machine, of the disk, of the database. */
    public static Throwable failure(String kind) {
        return switch (kind) {
            case "exception" -> new IllegalStateException("as planned");
            case "error" -> new StackOverflowError("as planned");
            case "full" -> new IOException("No space left on device");
            case "read-only" -> new IOException("Read-only file system");
            case "force" -> new IOException("Input/output error");
            case "deadlock" -> new SQLException("ERROR: deadlock detected", "40P01");
            case "serialization" -> new SQLException("ERROR: could not serialize access", "40001");
            default -> throw new IllegalArgumentException("qingfen.fault: unknown failure '" + kind + "'");
        };
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwAnyway(Throwable failure) throws T {
        throw (T) failure;
    }

    private static void hold(Path until) {
        while (!Files.exists(until)) {
            sleep(20);
        }
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void takeAllMemory() {
        List<long[]> taken = new ArrayList<>();
        while (!taken.contains(null)) {
            taken.add(new long[1 << 20]);
        }
    }
}
