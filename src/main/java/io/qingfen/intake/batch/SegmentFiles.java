package io.qingfen.intake.batch;

import io.qingfen.intake.Buckets;
import io.qingfen.intake.RecordBuffer;
import io.qingfen.intake.SegmentFormat;
import io.qingfen.run.CompleteFile;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Segments of the working set on disk, see {@link SegmentFormat}. */
final class SegmentFiles {
    private SegmentFiles() {}

    static void write(Path path, RecordBuffer records, Buckets buckets) throws IOException {
        try (CompleteFile file = CompleteFile.create(path)) {
            SegmentFormat.write(records, buckets, (bytes, from, length) -> {
                try {
                    file.write(bytes, from, length);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
            file.publish();
        }
    }

    /** Where the records of one terminal stand in one segment. */
    record Group(Path path, int terminal, long offset, int length) {
        byte[] read() throws IOException {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                return bytes(channel, offset, length);
            }
        }
    }

    /** Where bytes stand in a segment. */
    private record Extent(int from, int to) {}

    /** The groups of the terminals from {@code begin} to {@code end}, both first terminals of buckets. */
    static byte[] read(Path path, int begin, int end) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            Extent extent = extent(channel, begin, end);
            return bytes(channel, extent.from(), extent.to() - extent.from());
        }
    }

    /** Every group that {@link #read} would return, without its records. */
    static void groups(Path path, int begin, int end, Consumer<Group> consumer) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            Extent extent = extent(channel, begin, end);
            long at = extent.from();
            while (at < extent.to()) {
                byte[] head = bytes(channel, at, SegmentFormat.GROUP_HEAD_BYTES);
                int length = SegmentFormat.getInt(head, 4);
                at += SegmentFormat.GROUP_HEAD_BYTES;
                consumer.accept(new Group(path, SegmentFormat.getInt(head, 0), at, length));
                at += length;
            }
        }
    }

    private static Extent extent(FileChannel channel, int begin, int end) throws IOException {
        Buckets buckets = head(channel);
        if (begin >= end) {
            return new Extent(0, 0);
        }
        long offsets = channel.size() - SegmentFormat.offsetsBytes(buckets);
        int from = intAt(channel, offsets + 4L * buckets.of(begin));
        int lastBucket = end == buckets.terminals() ? buckets.count() : buckets.of(end);
        return new Extent(from, intAt(channel, offsets + 4L * lastBucket));
    }

    /** Adds the bytes that a segment holds of each bucket. */
    static void addVolumes(Path path, Buckets expected, long[] volumes) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            if (!head(channel).equals(expected)) {
                throw new IOException(path + " was routed for other terminals or another amount of input");
            }
            int length = SegmentFormat.offsetsBytes(expected);
            byte[] offsets = bytes(channel, channel.size() - length, length);
            for (int bucket = 0; bucket < expected.count(); bucket++) {
                int begin = SegmentFormat.getInt(offsets, bucket * 4);
                volumes[bucket] += SegmentFormat.getInt(offsets, bucket * 4 + 4) - begin;
            }
        }
    }

    static Buckets buckets(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return head(channel);
        }
    }

    private static Buckets head(FileChannel channel) throws IOException {
        return SegmentFormat.readHead(bytes(channel, 0, SegmentFormat.HEAD_BYTES));
    }

    private static int intAt(FileChannel channel, long offset) throws IOException {
        return SegmentFormat.getInt(bytes(channel, offset, 4), 0);
    }

    static byte[] bytes(FileChannel channel, long offset, int length) throws IOException {
        byte[] bytes = new byte[length];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, offset + buffer.position()) < 0) {
                throw new EOFException("a segment of the working set is cut off at byte " + channel.size());
            }
        }
        return bytes;
    }
}
