package io.qingfen.generator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes NAME.part and gives it its name only when it is whole and on disk. */
final class FileSink implements AutoCloseable {
    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);

    FileSink(Path target) throws IOException {
        this.target = target;
        this.part = target.resolveSibling(target.getFileName() + ".part");
        Files.createDirectories(target.getParent());
        this.channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    void write(Bytes bytes) throws IOException {
        write(bytes.array(), 0, bytes.length());
    }

    void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        int left = length;
        while (left > buffer.remaining()) {
            int some = buffer.remaining();
            buffer.put(bytes, at, some);
            drain();
            at += some;
            left -= some;
        }
        buffer.put(bytes, at, left);
    }

    private void drain() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /** The file is whole: makes it durable and visible. */
    void finish() throws IOException {
        drain();
        channel.force(true);
        channel.close();
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Without {@link #finish()} nothing stays behind. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            Files.deleteIfExists(part);
        }
    }
}
