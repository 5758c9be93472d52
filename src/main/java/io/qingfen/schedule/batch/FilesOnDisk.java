package io.qingfen.schedule.batch;

import io.qingfen.run.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Names of files in the places of a home where input files lie. */
final class FilesOnDisk {
    private static final int LONGEST_REASON = 200;
    private final Home home;

    FilesOnDisk(Home home) {
        this.home = home;
    }

    /** Complete files in the inbox. */
    TreeSet<String> inbox(Predicate<String> wanted) {
        return names(home.inbox(), wanted);
    }

    /** When the file got its name in the inbox, as far as the file system can tell; never after now. */
    Instant cameInto(String name, Instant now) {
        try {
            Object changed = Files.getAttribute(home.inbox().resolve(name), "unix:ctime", LinkOption.NOFOLLOW_LINKS);
            Instant came = ((FileTime) changed).toInstant();
            return came.isBefore(now) ? came : now;
        } catch (IOException | UnsupportedOperationException untold) {
            return now;
        }
    }

    /** Files that a run of this date, or of the dates after it that are not closed, has taken out of the inbox. */
    TreeSet<String> taken(LocalDate businessDate, Predicate<String> wanted) {
        TreeSet<String> taken = names(home.work(businessDate).resolve("inputs"), wanted);
        taken.addAll(names(home.root().resolve("work").resolve("payout-results"), wanted));
        taken.addAll(names(home.root().resolve("archive").resolve("payout-results"), wanted));
        return taken;
    }

    /** Refused files. */
    TreeSet<String> quarantined(Predicate<String> wanted) {
        return names(home.quarantine(), wanted);
    }

    /** The first line of why a file was refused; empty when it does not say. */
    String reason(String name) {
        try (Stream<String> lines =
                Files.lines(home.quarantine().resolve(name + ".reason.txt"), StandardCharsets.UTF_8)) {
            String first = lines.findFirst().orElse("");
            return first.length() <= LONGEST_REASON ? first : first.substring(0, LONGEST_REASON);
        } catch (IOException | UncheckedIOException unreadable) {
            return "";
        }
    }

    /** Files come and go while one looks; a directory that is not there is empty. */
    private static TreeSet<String> names(Path directory, Predicate<String> wanted) {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path path : (Iterable<Path>) entries::iterator) {
                String name = path.getFileName().toString();
                if (wanted.test(name) && isFile(path)) {
                    names.add(name);
                }
            }
        } catch (NoSuchFileException absent) {
            return names;
        } catch (IOException failed) {
            throw new UncheckedIOException(directory + ": " + failed.getMessage(), failed);
        }
        return names;
    }

    /** A file that nobody lets us look at is not a missing one. */
    private static boolean isFile(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isRegularFile();
        } catch (NoSuchFileException goneMeanwhile) {
            return false;
        }
    }
}
