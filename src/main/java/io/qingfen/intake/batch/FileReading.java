package io.qingfen.intake.batch;

import io.qingfen.intake.FileScan;
import io.qingfen.intake.InputChunk;
import io.qingfen.intake.InputName;
import io.qingfen.intake.LineSplitter;
import io.qingfen.intake.ScannedFile;
import io.qingfen.intake.SegmentPlan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Reads input files in blocks; memory does not grow with the file. */
final class FileReading {
    private static final int BLOCK = 1 << 20;

    private FileReading() {}

    /** @param problems why the file is refused */
    record Scanned(ScannedFile scan, String sha256, List<String> problems) {}

    /** One pass over the whole file. */
    static Scanned scan(Path path, InputName name) throws IOException {
        MessageDigest digest = sha256();
        FileScan scan = new FileScan(name, SegmentPlan.SEGMENT_BYTES);
        try (SeekableByteChannel channel = open(path)) {
            byte[] block = new byte[(int) Math.min(BLOCK, channel.size() + 1)];
            ByteBuffer buffer = ByteBuffer.wrap(block);
            while (channel.read(buffer) >= 0) {
                digest.update(block, 0, buffer.position());
                scan.feed(block, buffer.position());
                buffer.clear();
            }
            ScannedFile scanned = scan.end();
            List<String> problems = new ArrayList<>(scanned.problems());
            if (channel.size() != scanned.bytes()) {
                problems.add(name.text() + ": changed while it was read: " + scanned.bytes() + " bytes, then "
                        + channel.size() + " (write NAME.part and rename it when it is complete)");
            }
            return new Scanned(scanned, HexFormat.of().formatHex(digest.digest()), problems);
        }
    }

    /** Hands over the lines of a chunk. */
    static void lines(Path path, InputChunk chunk, LineSplitter.Lines lines) throws IOException {
        LineSplitter splitter = new LineSplitter(lines, chunk.begin());
        byte[] block = new byte[(int) Math.min(BLOCK, chunk.end() - chunk.begin())];
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            long at = chunk.begin();
            while (at < chunk.end()) {
                int wanted = (int) Math.min(block.length, chunk.end() - at);
                int read = channel.read(ByteBuffer.wrap(block, 0, wanted), at);
                if (read < 0) {
                    throw new IOException(path + " ends at byte " + at + ", expected " + chunk.end());
                }
                splitter.feed(block, read);
                at += read;
            }
        }
        splitter.end();
    }

    /** The line that begins at this offset, without its end. */
    static byte[] lineAt(Path path, long offset) throws IOException {
        byte[] block = new byte[LineSplitter.LONGEST + 2];
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer buffer = ByteBuffer.wrap(block);
            while (buffer.hasRemaining() && channel.read(buffer, offset + buffer.position()) >= 0) {
                // Reads on until the block is full or the file ends.
            }
            List<byte[]> first = new ArrayList<>();
            LineSplitter splitter =
                    new LineSplitter((bytes, from, to, at) -> first.add(Arrays.copyOfRange(bytes, from, to)), 0);
            splitter.feed(block, buffer.position());
            splitter.end();
            return first.get(0);
        }
    }

    private static SeekableByteChannel open(Path path) throws IOException {
        return Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
