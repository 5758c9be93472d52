package io.qingfen.payouts.batch;

import io.qingfen.run.CompleteFile;
import io.qingfen.run.Home;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Result files: from the inbox into a folder of our own before they are read, and on to the archive or quarantine. */
final class ResultInbox {
    private static final int MOST_BYTES = 64 << 20;
    private final Home home;
    private final Path own;

    ResultInbox(Home home) {
        this.home = home;
        this.own = home.root().resolve("work").resolve("payout-results");
    }

    /**
     * A file that no sender can touch any more.
     *
     * @param problem why it cannot be read; else empty
     */
    record Arrived(Path path, String name, byte[] bytes, String sha256, String problem) {}

    /** In order of name, with those that an earlier start took and did not end. */
    List<Arrived> arrived() throws IOException {
        for (Path path : named(home.inbox())) {
            Path target = own.resolve(path.getFileName());
            if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                CompleteFile.rename(path, target);
            }
        }
        List<Arrived> arrived = new ArrayList<>();
        for (Path path : named(own)) {
            arrived.add(read(path));
        }
        return arrived;
    }

    /** The same files where they lie; nothing is moved. One that was sent again counts as it was taken first. */
    List<Arrived> waiting() throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        for (Path folder : List.of(home.inbox(), own)) {
            for (Path path : named(folder)) {
                files.put(path.getFileName().toString(), path);
            }
        }
        List<Arrived> waiting = new ArrayList<>();
        for (Path path : files.values()) {
            waiting.add(read(path));
        }
        return waiting;
    }

    private static List<Path> named(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(path -> ResultFile.NAME
                            .matcher(path.getFileName().toString())
                            .matches())
                    .sorted(Comparator.comparing(path -> path.getFileName().toString()))
                    .toList();
        }
    }

    private static Arrived read(Path path) throws IOException {
        String name = path.getFileName().toString();
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return new Arrived(path, name, new byte[0], "", name + ": not a regular file but a link, folder or device");
        }
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES
                    ? new Arrived(
                            path, name, new byte[0], "", name + ": longer than " + MOST_BYTES + " bytes; split it")
                    : new Arrived(path, name, bytes, sha256(bytes), "");
        } catch (AccessDeniedException closed) {
            // one file that its sender closed keeps no other back
            return new Arrived(
                    path,
                    name,
                    new byte[0],
                    "",
                    name
                            + ": the user of this program may not read it; give it read access and put it back into the inbox");
        }
    }

    /** Unchanged bytes under the name by which they were taken, with their hash. */
    void archive(Arrived file, String name) throws IOException {
        Path target = home.root().resolve("archive").resolve("payout-results").resolve(name);
        String line = file.sha256() + "  " + name + "\n";
        boolean same = Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
                && sha256(Files.readAllBytes(target)).equals(file.sha256());
        if (!same) {
            setAside(target);
        }
        Path hash = target.resolveSibling(name + ".sha256");
        if (!Files.isRegularFile(hash, LinkOption.NOFOLLOW_LINKS)) {
            setAside(hash);
        }
        CompleteFile.of(hash, line.getBytes(StandardCharsets.UTF_8));
        CompleteFile.rename(file.path(), target);
    }

    /** What stands in the archive under the name of a file that was taken is not that file; it may be of use to somebody. */
    private void setAside(Path stranger) throws IOException {
        if (!Files.exists(stranger, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Path target = free(stranger.getFileName().toString());
        String reason =
                "stood in archive/payout-results under the name of a file that was taken, and is another; find out"
                        + " who put it there. After a restore of the books it may be an answer of the bank that they do not know yet\n";
        CompleteFile.of(
                target.resolveSibling(target.getFileName() + ".reason.txt"), reason.getBytes(StandardCharsets.UTF_8));
        CompleteFile.rename(stranger, target);
    }

    /** The reason stands before the file does. */
    void quarantine(Arrived file, List<String> reasons) throws IOException {
        Path target = free(file.name());
        byte[] text = (String.join("\n", reasons) + "\n").getBytes(StandardCharsets.UTF_8);
        CompleteFile.of(target.resolveSibling(target.getFileName() + ".reason.txt"), text);
        CompleteFile.rename(file.path(), target);
    }

    private Path free(String name) {
        Path path = home.quarantine().resolve(name);
        for (int i = 2; Files.exists(path, LinkOption.NOFOLLOW_LINKS); i++) {
            path = home.quarantine().resolve(name + "~" + i);
        }
        return path;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
