package io.qingfen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The most memory that some processes and all their children took together at one moment, looked at five times a second:
 * proportional set size, so that memory which PostgreSQL's processes share counts once. Linux only; 0 elsewhere.
 */
final class Memory implements AutoCloseable {
    private final AtomicLong peak = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Thread watching;

    Memory(List<ProcessHandle> roots) {
        watching = new Thread(() -> {
            while (!ended.get()) {
                peak.accumulateAndGet(roots.stream().mapToLong(Memory::tree).sum(), Math::max);
                pause();
            }
        });
        watching.setDaemon(true);
        watching.start();
    }

    /** In MiB. */
    long peak() {
        return peak.get() / 1024;
    }

    @Override
    public void close() throws InterruptedException {
        ended.set(true);
        watching.join();
    }

    /** Whether the memory of this process can be read: it is alive, here, and of this user (or this user is root). */
    static boolean isSeen(ProcessHandle process) {
        return proportional(process.pid()) > 0;
    }

    private static long tree(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants())
                .mapToLong(process -> proportional(process.pid()))
                .sum();
    }

    /** In KiB. */
    private static long proportional(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException | RuntimeException goneMeanwhile) {
            return 0;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
