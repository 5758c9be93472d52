package io.qingfen.run;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that stands under its name only when it is complete: written beside it as {@code NAME.part}, forced to disk,
 * renamed, and the directory forced to disk. Closing it before {@link #publish()} leaves nothing behind.
 */
public final class CompleteFile extends OutputStream {
    private static final int BUFFER = 1 << 16;
    private final Path path;
    private final Path part;
    private final FileChannel channel;
    private final MessageDigest digest = sha256();
    private final OutputStream out;
    private long bytes;
    private boolean published;

    /** What was published. */
    public record Published(Path path, long bytes, String sha256) {}

    private CompleteFile(Path path) throws IOException {
        this.path = path;
        this.part = part(path);
        this.channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        this.out = new BufferedOutputStream(new DigestOutputStream(Channels.newOutputStream(channel), digest), BUFFER);
    }

    /** Starts the file; missing directories are made. A file of this name stays as it is until {@link #publish()}. */
    public static CompleteFile create(Path path) throws IOException {
        makeDirectories(path.toAbsolutePath().getParent());
        return new CompleteFile(path.toAbsolutePath());
    }

    /** Publishes these bytes in one go. */
    public static Published of(Path path, byte[] content) throws IOException {
        try (CompleteFile file = create(path)) {
            file.write(content);
            return file.publish();
        }
    }

    /**
     * Gives a complete file or a whole folder another name in one step, and forces both folders to disk. Folders that are
     * missing on the way are made.
     */
    public static void rename(Path from, Path to) throws IOException {
        Path target = to.toAbsolutePath();
        makeDirectories(target.getParent());
        String name = target.getFileName().toString();
        FaultPoint.reach("name-before", name);
        Files.move(from, target, StandardCopyOption.ATOMIC_MOVE);
        forceDirectory(target.getParent());
        forceDirectory(from.toAbsolutePath().getParent());
        FaultPoint.reach("name-after", name);
    }

    @Override
    public void write(int value) throws IOException {
        out.write(value);
        bytes++;
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        out.write(source, offset, length);
        bytes += length;
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    /** Makes the file stand under its name, replacing an older one. */
    public Published publish() throws IOException {
        String name = path.getFileName().toString();
        FaultPoint.reach("file-before-force", name);
        out.flush();
        channel.force(true);
        channel.close();
        FaultPoint.reach("file-before-rename", name);
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceDirectory(path.getParent());
        FaultPoint.reach("file-after-rename", name);
        published = true;
        return new Published(path, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() throws IOException {
        if (!published) {
            channel.close();
            Files.deleteIfExists(part);
        }
    }

    /** Where a file stands until it is complete. */
    static Path part(Path path) {
        return path.resolveSibling(path.getFileName() + ".part");
    }

    static void makeDirectories(Path directory) throws IOException {
        if (directory == null || Files.isDirectory(directory)) {
            return;
        }
        makeDirectories(directory.getParent());
        Files.createDirectories(directory);
        forceDirectory(directory.getParent());
    }

    /** Makes renames and new names inside durable; where directories cannot be opened (Windows) the system does it. */
    static void forceDirectory(Path directory) throws IOException {
        if (directory == null || File.separatorChar == '\\') {
            return;
        }
        try (FileChannel handle = FileChannel.open(directory, StandardOpenOption.READ)) {
            handle.force(true);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
