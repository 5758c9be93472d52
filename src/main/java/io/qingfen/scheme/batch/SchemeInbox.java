package io.qingfen.scheme.batch;

import io.qingfen.reference.Sealing;
import io.qingfen.run.CompleteFile;
import io.qingfen.run.Home;
import io.qingfen.scheme.SchemeFileName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Files of schemes: from the inbox into a folder of our own before they are read, and on to the archive or quarantine. A file
 * that carries card numbers lies in both only sealed.
 */
final class SchemeInbox {
    private final Home home;
    private final Path own;
    private final Sealing sealing;

    SchemeInbox(Home home, Sealing sealing) {
        this.home = home;
        this.own = home.root().resolve("work").resolve("schemes");
        this.sealing = sealing;
    }

    /** A file that no sender can touch any more. */
    record Arrived(Path path, SchemeFileName name) {
        boolean isRegular() {
            return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Names of files of schemes in the inbox, and of those that an earlier start took and did not end; in order. */
    List<SchemeFileName> names() throws IOException {
        return Stream.concat(named(home.inbox(), name -> true).stream(), named(own, name -> true).stream())
                .map(Arrived::name)
                .distinct()
                .sorted(Comparator.comparing(SchemeFileName::text))
                .toList();
    }

    /** Files that an earlier start took, of which the inbox has another of the same name now; in order of name. */
    List<Arrived> sentAgain(Predicate<SchemeFileName> wanted) throws IOException {
        return named(
                own, wanted.and(name -> Files.exists(home.inbox().resolve(name.text()), LinkOption.NOFOLLOW_LINKS)));
    }

    /** Takes those that are wanted out of the inbox; in order of name. */
    List<Arrived> take(Predicate<SchemeFileName> wanted) throws IOException {
        for (Arrived waiting : named(home.inbox(), wanted)) {
            Path target = own.resolve(waiting.path().getFileName());
            if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                CompleteFile.rename(waiting.path(), target);
            }
        }
        return named(own, wanted);
    }

    private static List<Arrived> named(Path directory, Predicate<SchemeFileName> wanted) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Arrived> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path path : entries.toList()) {
                Optional<SchemeFileName> name =
                        SchemeFileName.of(path.getFileName().toString());
                name.filter(wanted).ifPresent(known -> found.add(new Arrived(path, known)));
            }
        }
        found.sort(Comparator.comparing(arrived -> arrived.name().text()));
        return found;
    }

    static String sha256(Arrived file) throws IOException {
        return sha256(file, in -> {});
    }

    /** Takes the bytes of a file, or some of them; need not close them. */
    @FunctionalInterface
    interface Reading {
        void read(InputStream in) throws IOException;
    }

    /** Of the very bytes that are read, whoever writes into the file or puts another in its place meanwhile. */
    static String sha256(Arrived file, Reading reading) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in =
                new DigestInputStream(Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS), digest)) {
            reading.read(new StillOpen(in));
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** What follows is read after it was closed; nothing is skipped unread. */
    private static final class StillOpen extends InputStream {
        private final InputStream in;

        StillOpen(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return in.read(buffer, offset, length);
        }
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** With the hash of its clear bytes beside it. */
    void archive(Arrived file, String sha256, boolean sealed) throws IOException {
        Path folder = home.root()
                .resolve("archive")
                .resolve("schemes")
                .resolve(file.name().date().toString());
        String line = sha256 + "  " + file.name().text() + "\n";
        CompleteFile.of(folder.resolve(file.name().text() + ".sha256"), line.getBytes(StandardCharsets.UTF_8));
        put(file, folder.resolve(file.name().text()), sealed);
    }

    /** The reason stands before the file does. */
    void quarantine(Arrived file, List<String> reasons, boolean sealed) throws IOException {
        String name = file.name().text();
        Path target = home.quarantine().resolve(name);
        for (int i = 2; Files.exists(target.resolveSibling(target.getFileName() + ".reason.txt")); i++) {
            target = home.quarantine().resolve(name + "~" + i);
        }
        byte[] text = (String.join("\n", reasons) + "\n").getBytes(StandardCharsets.UTF_8);
        CompleteFile.of(target.resolveSibling(target.getFileName() + ".reason.txt"), text);
        put(file, target, sealed && file.isRegular());
    }

    private void put(Arrived file, Path target, boolean sealed) throws IOException {
        if (!sealed) {
            CompleteFile.rename(file.path(), target);
            return;
        }
        Path to = target.resolveSibling(target.getFileName() + SealedFile.ENDING);
        try (InputStream in = Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            SealedFile.write(in, to, file.name().text(), sealing);
        }
        Files.delete(file.path());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
