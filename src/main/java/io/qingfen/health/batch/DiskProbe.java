package io.qingfen.health.batch;

import io.qingfen.health.Finding;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Free space where the home is, and where the embedded database is when that is another disk. */
record DiskProbe(Path home, Path data) {
    private static final String PROBE = "disk";

    /** A night writes its working set, its rows and its files: together a few times what it reads. */
    private static final long TIMES_INPUT = 6;

    private static final long LEAST = 1L << 30;
    private static final int DATES = 7;

    List<Finding> look(long stated) throws IOException {
        long need = stated > 0 ? stated : Math.max(LEAST, TIMES_INPUT * largestInput());
        Map<FileStore, Path> stores = new LinkedHashMap<>();
        stores.put(Files.getFileStore(existing(home)), home);
        stores.putIfAbsent(Files.getFileStore(existing(data)), data);
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<FileStore, Path> store : stores.entrySet()) {
            findings.add(judged(store.getValue().toString(), store.getKey().getUsableSpace(), need));
        }
        return findings;
    }

    static Finding judged(String place, long free, long need) {
        String what = gigabytes(free) + " free at " + place + ", the next night may need " + gigabytes(need);
        String why = "a full disk ends the night; it is continued once there is room";
        String next = "make room: old archive/ and superseded/ dates that are backed up, or a larger disk";
        if (free < need) {
            return Finding.fail(PROBE, what, why, next);
        }
        return free < 2 * need ? Finding.warn(PROBE, what, why, next) : Finding.ok(PROBE, what);
    }

    /** Of the last dates, and of what waits. */
    private long largestInput() throws IOException {
        long largest = size(home.resolve("inbox"));
        Path archive = home.resolve("archive");
        if (Files.isDirectory(archive)) {
            try (Stream<Path> dates = Files.list(archive)) {
                List<Path> last =
                        dates.sorted(Comparator.reverseOrder()).limit(DATES).toList();
                for (Path date : last) {
                    largest = Math.max(largest, size(date));
                }
            }
        }
        return largest;
    }

    private static long size(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static Path existing(Path path) {
        Path there = path;
        while (!Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
