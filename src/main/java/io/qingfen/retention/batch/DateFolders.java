package io.qingfen.retention.batch;

import io.qingfen.run.CompleteFile;
import io.qingfen.run.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The folders of a date, which go with its books. */
final class DateFolders {
    private DateFolders() {}

    /** A folder at a time, each whole; those that are not there have gone already. */
    static void move(Home home, LocalDate date, Path to) throws IOException {
        move(home.archive(date), to.resolve("archive"));
        move(home.outbox(date), to.resolve("outbox"));
        move(home.root().resolve("archive/schemes").resolve(date.toString()), to.resolve("schemes-archive"));
        move(home.root().resolve("outbox/schemes-" + date), to.resolve("schemes-outbox"));
        Path superseded = home.root().resolve("superseded");
        if (Files.isDirectory(superseded)) {
            List<Path> folders;
            try (Stream<Path> all = Files.list(superseded)) {
                folders = all.filter(path -> path.getFileName().toString().startsWith(date + "-"))
                        .sorted()
                        .toList();
            }
            for (Path folder : folders) {
                move(folder, to.resolve("superseded").resolve(folder.getFileName()));
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            CompleteFile.rename(from, to);
        }
    }
}
