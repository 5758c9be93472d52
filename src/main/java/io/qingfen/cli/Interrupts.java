package io.qingfen.cli;

import io.qingfen.run.Exit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/**
 * Ctrl-C and SIGTERM. The first asks the night to stop at its next commit and lets the command say how to continue;
 * a second Ctrl-C leaves at once, which is as safe as pulling the plug.
 */
final class Interrupts {
    private static final int PATIENCE_SECONDS = 300;

    private static volatile boolean leaving;

    private Interrupts() {}

    /** Whether somebody asked the program to stop. */
    static boolean leaving() {
        return leaving;
    }

    /** The latch is to be counted down when the command has said everything. */
    static CountDownLatch announced(Console console) {
        CountDownLatch finished = new CountDownLatch(1);
        AtomicBoolean asked = new AtomicBoolean();
        Signal.handle(new Signal("INT"), signal -> {
            leaving = true;
            if (asked.getAndSet(true)) {
                Runtime.getRuntime().halt(Exit.INTERRUPTED.code());
            }
            console.err().println("\nStopping at the next commit; Ctrl-C again leaves at once.");
            new Thread(() -> System.exit(Exit.INTERRUPTED.code()), "interrupt").start();
        });
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(finished), "last words"));
        return finished;
    }

    private static void await(CountDownLatch finished) {
        leaving = true;
        try {
            boolean said = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!said) {
                System.err.println("Leaving without waiting longer; continue with qingfen restart --date D");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
