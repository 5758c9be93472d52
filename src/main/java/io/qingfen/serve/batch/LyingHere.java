package io.qingfen.serve.batch;

import io.qingfen.run.Exit;
import io.qingfen.run.FileStamp;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a re-run would read: each file of the inbox, of the reference data and of the definitions of jobs with its stamp.
 * What cannot be looked at might have become anything, so there is no such list of it.
 */
record LyingHere(Map<String, String> entries) {
    /** Nothing below them is read. */
    private static final int INBOX_DEPTH = 1;

    private static final int JOBS_DEPTH = 1;

    /** reference/scheme-formats/ is read too. */
    private static final int REFERENCE_DEPTH = 2;

    /** @throws Refusal REFUSED when something of it cannot be looked at */
    static LyingHere in(Home home, LocalDate date) {
        Look look = new Look(home.root());
        look.through(home.inbox(), INBOX_DEPTH, date);
        look.through(home.reference(), REFERENCE_DEPTH, date);
        look.through(home.root().resolve("jobs"), JOBS_DEPTH, date);
        return new LyingHere(look.entries);
    }

    /** @throws Refusal REFUSED when anything is another now, or cannot be looked at */
    void requireStill(Home home, LocalDate date) {
        if (!in(home, date).equals(this)) {
            throw new Refusal(
                    Exit.REFUSED,
                    "business date " + date + ": files in inbox/, reference/ or jobs/ are others than those that the"
                            + " preview saw; preview it again");
        }
    }

    /**
     * Files come and go while one looks: what is gone when its turn comes is not there. Links are followed, since the night
     * reads what is behind them, in the place of a folder too.
     */
    static final class Look extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Map<String, String> entries = new TreeMap<>();

        Look(Path root) {
            this.root = root;
        }

        Map<String, String> entries() {
            return entries;
        }

        private void through(Path folder, int depth, LocalDate date) {
            try {
                Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), depth, this);
            } catch (IOException closed) {
                throw new Refusal(
                        Exit.REFUSED,
                        "business date " + date + ": files in " + root.relativize(folder)
                                + "/ cannot all be looked at (" + closed.getMessage()
                                + "); let the user of this program read them, then preview it again");
            }
        }

        /** Also a folder in which nothing is read, and a link to nowhere. */
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes seen) throws IOException {
            try {
                entries.put(root.relativize(file).toString(), seen.isDirectory() ? "folder" : stamp(file, seen));
                return FileVisitResult.CONTINUE;
            } catch (NoSuchFileException gone) {
                return unlessGone(gone);
            }
        }

        private static String stamp(Path file, BasicFileAttributes seen) throws IOException {
            LinkOption[] links =
                    seen.isSymbolicLink() ? new LinkOption[] {LinkOption.NOFOLLOW_LINKS} : new LinkOption[] {};
            return FileStamp.of(file, links).toString();
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
            return unlessGone(why);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException why) throws IOException {
            return why == null ? FileVisitResult.CONTINUE : unlessGone(why);
        }

        private static FileVisitResult unlessGone(IOException why) throws IOException {
            if (why instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw why;
        }
    }
}
