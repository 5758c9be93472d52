package io.qingfen.ledger.batch;

import io.qingfen.ledger.EntriesAside;
import io.qingfen.ledger.Entry;
import io.qingfen.run.RunContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Sorted files under the date's working directory, one a partition, merged when all are there. They are not forced to
 * disk: one that a power cut tore or took is not whole, and its partition's entries are reckoned again.
 */
@Component
class EntryRuns implements EntriesAside {
    /** Of all files that are read at once. */
    private static final int BUFFERS = 16 << 20;

    private static final int LARGEST_BUFFER = 1 << 16;
    private static final int SMALLEST_BUFFER = 1 << 12;
    private static final int IN_A_LOT = 10_000;

    @Override
    public void keep(RunContext run, String partition, Collection<Entry> entries) throws IOException {
        SortedMap<String, Entry> byId = new TreeMap<>();
        entries.forEach(entry -> byId.putIfAbsent(entry.id(), entry));
        Path file = file(run, partition);
        Files.createDirectories(file.getParent());
        EntryRun.write(file, byId.values());
    }

    @Override
    public boolean isWhole(RunContext run, String partition) throws IOException {
        return EntryRun.isWhole(file(run, partition));
    }

    @Override
    public void each(RunContext run, List<String> partitions, Consumer<SortedMap<String, Entry>> lots)
            throws IOException {
        int buffer = Math.max(SMALLEST_BUFFER, Math.min(LARGEST_BUFFER, BUFFERS / Math.max(1, partitions.size())));
        List<EntryRun> opened = new ArrayList<>();
        try {
            for (String partition : partitions) {
                opened.add(new EntryRun(file(run, partition), run.businessDate(), buffer));
            }
            handOver(opened, lots);
        } finally {
            for (EntryRun one : opened) {
                one.close();
            }
        }
    }

    /** The next lot is read while one is posted. */
    private static void handOver(List<EntryRun> runs, Consumer<SortedMap<String, Entry>> lots) throws IOException {
        PriorityQueue<EntryRun> byId = new PriorityQueue<>(Comparator.comparing(EntryRun::id));
        runs.stream().filter(EntryRun::hasEntry).forEach(byId::add);
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<SortedMap<String, Entry>> next = reader.submit(() -> lot(byId));
            for (SortedMap<String, Entry> lot = read(next); !lot.isEmpty(); lot = read(next)) {
                next = reader.submit(() -> lot(byId));
                lots.accept(lot);
            }
        } finally {
            reader.shutdownNow();
        }
    }

    private static SortedMap<String, Entry> read(Future<SortedMap<String, Entry>> lot) throws IOException {
        try {
            return lot.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException known ? known : new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while entries were read", stopped);
        }
    }

    private static SortedMap<String, Entry> lot(PriorityQueue<EntryRun> byId) throws IOException {
        SortedMap<String, Entry> lot = new TreeMap<>();
        while (lot.size() < IN_A_LOT && !byId.isEmpty()) {
            EntryRun first = byId.poll();
            lot.putIfAbsent(first.id(), first.entry());
            first.advance();
            if (first.hasEntry()) {
                byId.add(first);
            }
        }
        return lot;
    }

    private static Path file(RunContext run, String partition) {
        return run.home().work(run.businessDate()).resolve("ledger").resolve(partition + ".entries");
    }
}
