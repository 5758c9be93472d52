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

    /** The groups of the terminals from {@code begin} to {@code end}, both first terminals of buckets. */
    static byte[] read(Path path, int begin, int end) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            Buckets buckets = head(channel);
            if (begin >= end) {
                return new byte[0];
            }
            long offsets = channel.size() - SegmentFormat.offsetsBytes(buckets);
            int from = intAt(channel, offsets + 4L * buckets.of(begin));
            int lastBucket = end == buckets.terminals() ? buckets.count() : buckets.of(end);
            int to = intAt(channel, offsets + 4L * lastBucket);
            return bytes(channel, from, to - from);
        }
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

    private static byte[] bytes(FileChannel channel, long offset, int length) throws IOException {
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
