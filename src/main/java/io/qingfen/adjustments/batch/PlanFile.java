package io.qingfen.adjustments.batch;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** The bytes of a file of fee plans, which an adjustment keeps. */
final class PlanFile {
    private static final int LARGEST = 1 << 20;

    private PlanFile() {}

    static byte[] read(Path file) {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Refusal(
                        Exit.USAGE_OR_REFERENCE,
                        file + ": is larger than 1 MiB, and an adjustment keeps its file; leave out plans that no"
                                + " merchant has");
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, file + ": cannot be read; check its name and who may read it");
        }
    }

    /** What was priced must be what is kept. */
    static void requireSame(Path file, byte[] before) {
        if (!Arrays.equals(read(file), before)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE, file + ": was changed while it was used; propose again when it is done");
        }
    }

    /** A file with these bytes, for as long as it is used. */
    static void with(byte[] bytes, Consumer<Path> use) {
        try {
            Path file = Files.createTempFile("qingfen-fee-plans", ".yml");
            try {
                Files.write(file, bytes);
                use.accept(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
