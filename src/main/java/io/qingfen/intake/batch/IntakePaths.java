package io.qingfen.intake.batch;

import io.qingfen.run.Home;
import io.qingfen.run.RunContext;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;

/** Where intake keeps files of a run, and how it moves them. */
record IntakePaths(RunContext run) {
    /** Input files taken from the inbox, under their own names. */
    Path inputs() {
        return run.home().work(run.businessDate()).resolve("inputs");
    }

    /** The working set: one segment a file. */
    static Path routed(Home home, LocalDate businessDate) {
        return home.work(businessDate).resolve("routed");
    }

    /** Records of large terminals, set aside in parts while they are matched. */
    static Path parts(Home home, LocalDate businessDate) {
        return home.work(businessDate).resolve("parts");
    }

    /** One note for every file that was refused in this night. */
    Path refused() {
        return run.home().work(run.businessDate()).resolve("refused");
    }

    Path duplicates() {
        return run.home().archive(run.businessDate()).resolve("duplicates");
    }

    /** Segment files of the same number are replaced by those of a later plan. */
    Path segment(int number) {
        return segment(routed(run.home(), run.businessDate()), number);
    }

    static Path segment(Path routed, int number) {
        return routed.resolve("segment-%06d.bin".formatted(number));
    }

    /** The first of NAME, NAME~2, NAME~3 … that is free in the directory. */
    static Path free(Path directory, String name) {
        Path path = directory.resolve(name);
        for (int i = 2; Files.exists(path, LinkOption.NOFOLLOW_LINKS); i++) {
            path = directory.resolve(name + "~" + i);
        }
        return path;
    }

    /** Name without the mark of {@link #free}. */
    static String withoutMark(String name) {
        int mark = name.lastIndexOf('~');
        return mark < 0 ? name : name.substring(0, mark);
    }

    /** Moves a file within the home, whatever kind of file it is; links are moved, not followed. */
    static void move(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        rename(from, to);
        force(to.getParent());
        force(from.getParent());
    }

    /** As {@link #move}, but durable only after {@link #force} of both directories. */
    static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Makes renames inside a directory durable, where directories can be opened. */
    static void force(Path directory) throws IOException {
        if (File.separatorChar != '\\') {
            try (FileChannel handle = FileChannel.open(directory, StandardOpenOption.READ)) {
                handle.force(true);
            }
        }
    }
}
