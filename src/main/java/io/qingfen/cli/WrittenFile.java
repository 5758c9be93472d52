package io.qingfen.cli;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command is told to write. */
final class WrittenFile {
    private WrittenFile() {}

    /** @throws Refusal before any work, when no file can be written under this name */
    static void require(String option, Path file) {
        if (Files.isDirectory(file)) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, file + ": is a directory; name a file for " + option);
        }
        for (Path path = file.toAbsolutePath().getParent(); path != null; path = path.getParent()) {
            if (Files.exists(path)) {
                requireWritable(option, path);
                return;
            }
        }
    }

    private static void requireWritable(String option, Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE, directory + ": is a file, not a directory; name another for " + option);
        }
        if (!Files.isWritable(directory)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    directory + ": may not be written by the user of this program; name another place for " + option);
        }
    }
}
