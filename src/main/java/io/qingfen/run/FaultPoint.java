package io.qingfen.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Places where a test can stop the process as a power cut would: {@code -Dqingfen.fault=POINT:COUNT} halts the virtual
 * machine when POINT is reached for the COUNT-th time. With {@code -Dqingfen.fault.until=FILE} it waits there instead,
 * until the file exists. Does nothing when the property is absent.
 */
public final class FaultPoint {
    private static final String SPECIFICATION = System.getProperty("qingfen.fault", "");
    private static final String UNTIL = System.getProperty("qingfen.fault.until", "");
    private static final AtomicInteger REACHED = new AtomicInteger();
    /** Exit status of a halted process, as a shell reports {@code kill -9}. */
    public static final int HALTED = 137;

    private FaultPoint() {}

    public static void reach(String point) {
        if (SPECIFICATION.isEmpty()) {
            return;
        }
        int colon = SPECIFICATION.lastIndexOf(':');
        boolean here = SPECIFICATION.substring(0, colon).equals(point);
        if (here && REACHED.incrementAndGet() == Integer.parseInt(SPECIFICATION.substring(colon + 1))) {
            strike();
        }
    }

    private static void strike() {
        if (UNTIL.isEmpty()) {
            Runtime.getRuntime().halt(HALTED);
        }
        try {
            while (!Files.exists(Path.of(UNTIL))) {
                Thread.sleep(20);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
