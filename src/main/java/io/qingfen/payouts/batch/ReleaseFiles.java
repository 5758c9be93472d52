package io.qingfen.payouts.batch;

import io.qingfen.payouts.ReleaseContent.HashedFile;
import io.qingfen.run.CompleteFile;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The folders of a date's bank files: {@code payouts/}, and {@code released/} once they may leave. */
final class ReleaseFiles {
    private static final int BUFFER = 1 << 16;
    private final Path payouts;
    private final Path released;

    /** @param outbox folder of the date */
    ReleaseFiles(Path outbox) {
        this.payouts = outbox.resolve("payouts");
        this.released = outbox.resolve("released");
    }

    boolean areReleased() {
        return Files.isDirectory(released, LinkOption.NOFOLLOW_LINKS);
    }

    /** What stands where the folder should appear and is none; empty when nothing does. */
    List<String> inTheWay() {
        boolean strange = Files.exists(released, LinkOption.NOFOLLOW_LINKS) && !areReleased();
        return strange
                ? List.of(
                        released + ": is a file or a link, and released files are to appear there as a folder; find out"
                                + " who put it there, and move it away")
                : List.of();
    }

    /**
     * What is wrong with the bytes that wait in {@code payouts/}: a file is missing, is another than was recorded, or
     * nobody recorded it. Every byte is read.
     */
    List<String> problemsWaiting(List<HashedFile> recorded) throws IOException {
        return problems(payouts, recorded);
    }

    List<String> problemsReleased(List<HashedFile> recorded) throws IOException {
        return problems(released, recorded);
    }

    /**
     * These files with their hashes appear in {@code released/} at once, or none does; {@code payouts/} stays. What a crash
     * left of an earlier attempt is done again.
     *
     * @throws Refusal with exit 5 when the bytes that were copied are not those
     */
    void release(List<HashedFile> approved) throws IOException {
        Path part = payouts.resolveSibling("released.part");
        if (!Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(part);
        }
        FileSystemUtils.deleteRecursively(part);
        for (HashedFile file : approved) {
            copy(file, part);
        }
        CompleteFile.rename(part, released);
    }

    private void copy(HashedFile file, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(payouts.resolve(file.name()), LinkOption.NOFOLLOW_LINKS);
                CompleteFile copy = CompleteFile.create(to.resolve(file.name()))) {
            in.transferTo(copy);
            if (!copy.publish().sha256().equals(file.sha256())) {
                throw new Refusal(
                        Exit.CONTROL_OPEN,
                        payouts.resolve(file.name()) + ": was changed while it was released; nothing was released");
            }
        }
        String hash = file.sha256() + "  " + file.name() + "\n";
        CompleteFile.of(to.resolve(file.name() + ".sha256"), hash.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(Path directory, List<HashedFile> recorded) throws IOException {
        List<String> problems = new ArrayList<>();
        Set<String> unknown = names(directory);
        for (HashedFile file : recorded) {
            String hashName = file.name() + ".sha256";
            unknown.remove(file.name());
            unknown.remove(hashName);
            problems.addAll(problems(directory, file, hashName));
        }
        unknown.forEach(name ->
                problems.add(directory.resolve(name) + ": is no bank file of this date; move it out of the folder"));
        return problems;
    }

    private static List<String> problems(Path directory, HashedFile file, String hashName) throws IOException {
        Path path = directory.resolve(file.name());
        String stands = sha256(path);
        if (stands == null) {
            return List.of(path + ": is missing or no regular file; its SHA-256 was " + file.sha256());
        }
        if (!stands.equals(file.sha256())) {
            return List.of(
                    path + ": was changed since it was written: SHA-256 " + stands + ", written " + file.sha256());
        }
        Path hash = directory.resolve(hashName);
        String expected = file.sha256() + "  " + file.name() + "\n";
        boolean same = Files.isRegularFile(hash, LinkOption.NOFOLLOW_LINKS)
                && Files.size(hash) == expected.length()
                && Files.readString(hash, StandardCharsets.ISO_8859_1).equals(expected);
        return same ? List.of() : List.of(hash + ": is missing or not the hash of its file");
    }

    private static Set<String> names(Path directory) throws IOException {
        Set<String> names = new TreeSet<>();
        if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> entries = Files.list(directory)) {
                entries.forEach(entry -> names.add(entry.getFileName().toString()));
            }
        }
        return names;
    }

    /** Null when it is not a regular file. Links are not followed. */
    private static String sha256(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchFileException gone) {
            return null;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
