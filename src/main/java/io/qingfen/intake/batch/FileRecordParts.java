package io.qingfen.intake.batch;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.intake.RangeReader;
import io.qingfen.intake.RecordPart;
import io.qingfen.intake.RecordParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One file a part, made when its first record comes and gone with this object or its process. */
final class FileRecordParts implements RecordParts {
    private final Path[] paths;
    private final FileChannel[] channels;
    private final RecordPart[] writers;
    private final RangeReader reader;
    private final int terminal;

    /** @param name of the files, together with the number of the part; left-overs of this name are overwritten */
    FileRecordParts(Path directory, String name, int count, RangeReader reader, int terminal) {
        this.paths = new Path[count];
        this.channels = new FileChannel[count];
        this.writers = new RecordPart[count];
        this.reader = reader;
        this.terminal = terminal;
        for (int part = 0; part < count; part++) {
            paths[part] = directory.resolve("%s-%03d.bin".formatted(name, part));
        }
    }

    @Override
    public int count() {
        return paths.length;
    }

    @Override
    public void add(int part, Capture capture) {
        writer(part).add(capture);
    }

    @Override
    public void add(int part, Authorization authorization, boolean marked) {
        writer(part).add(authorization, marked);
    }

    private RecordPart writer(int part) {
        if (writers[part] == null) {
            try {
                FileChannel channel = FileChannel.open(
                        paths[part],
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
                channels[part] = channel;
                writers[part] = new RecordPart((bytes, from, length) -> write(channel, bytes, from, length));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return writers[part];
    }

    private static void write(FileChannel channel, byte[] bytes, int from, int length) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, from, length);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public Part read(int part) {
        if (writers[part] == null) {
            return reader.readPart(terminal, new byte[0]);
        }
        writers[part].flush();
        try {
            FileChannel channel = channels[part];
            return reader.readPart(terminal, SegmentFiles.bytes(channel, 0, Math.toIntExact(channel.size())));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        for (int part = 0; part < channels.length; part++) {
            if (channels[part] != null) {
                close(channels[part]);
                channels[part] = null;
                writers[part] = null;
            }
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
