package io.qingfen.run;

import io.qingfen.run.CompleteFile.Published;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Many small files of one folder that get their names together. Each stands under its name only when it is complete, as
 * a {@link CompleteFile} does: all are written beside their names as {@code NAME.part}, all are forced to disk, several
 * at a time, since a disk that is asked for many at once takes hardly longer than for one; then each is renamed, and the
 * folder is forced to disk once. Closing before {@link #publish()} leaves nothing behind.
 */
public final class CompleteFiles implements AutoCloseable {
    private static final int FORCED_AT_ONCE = 16;
    private static final ThreadPoolExecutor FORCING = forcing();

    private final Path folder;
    private final MessageDigest digest = CompleteFile.sha256();
    private final List<Path> waiting = new ArrayList<>();

    private CompleteFiles(Path folder) {
        this.folder = folder;
    }

    /** Files of this folder, which is made for the first of them when it is missing. */
    public static CompleteFiles in(Path folder) {
        return new CompleteFiles(folder.toAbsolutePath());
    }

    /** Adds a file; one of this name stays as it is until {@link #publish()}. What is returned is true afterwards. */
    public Published add(String name, byte[] content) throws IOException {
        if (waiting.isEmpty()) {
            CompleteFile.makeDirectories(folder);
        }
        Path path = folder.resolve(name);
        waiting.add(path);
        Files.write(CompleteFile.part(path), content);
        return new Published(path, content.length, HexFormat.of().formatHex(digest.digest(content)));
    }

    /** Makes every file that was added stand under its name, replacing older ones; returns when all are on disk. */
    public void publish() throws IOException {
        if (waiting.isEmpty()) {
            return;
        }
        for (Path path : waiting) {
            FaultPoint.reach("file-before-force", path.getFileName().toString());
        }
        force();
        for (Path path : waiting) {
            FaultPoint.reach("file-before-rename", path.getFileName().toString());
            Files.move(
                    CompleteFile.part(path), path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        CompleteFile.forceDirectory(folder);
        for (Path path : waiting) {
            FaultPoint.reach("file-after-rename", path.getFileName().toString());
        }
        waiting.clear();
    }

    /** Removes what was not published. */
    @Override
    public void close() throws IOException {
        for (Path path : waiting) {
            Files.deleteIfExists(CompleteFile.part(path));
        }
        waiting.clear();
    }

    /** Waits for every one of them, also when one fails: none is touched any more when this returns. */
    private void force() throws IOException {
        List<Future<Void>> forced = new ArrayList<>(waiting.size());
        for (Path path : waiting) {
            forced.add(FORCING.submit(() -> forced(CompleteFile.part(path))));
        }
        IOException failed = null;
        for (Future<Void> one : forced) {
            try {
                one.get();
            } catch (ExecutionException cause) {
                failed = failed != null ? failed : failure(cause.getCause());
            } catch (InterruptedException stopped) {
                forced.forEach(other -> other.cancel(false));
                Thread.currentThread().interrupt();
                throw new IOException("stopped while files of " + folder + " were forced to disk", stopped);
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private static IOException failure(Throwable cause) {
        return cause instanceof IOException known ? known : new IOException(cause.getMessage(), cause);
    }

    private static Void forced(Path part) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return null;
    }

    /** Threads that wait for the disk, shared by all workers; they end when there is nothing to do. */
    private static ThreadPoolExecutor forcing() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                FORCED_AT_ONCE, FORCED_AT_ONCE, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "forcing files to disk");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
