package io.qingfen.intake.batch;

import io.qingfen.intake.Notice;
import io.qingfen.run.CompleteFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Refused files: moved out of the run with their reasons beside them. A note in the run's directory says that the night
 * knows of it, so that a file missing for any other reason is never overlooked.
 */
final class Quarantine {
    private final IntakePaths paths;

    Quarantine(IntakePaths paths) {
        this.paths = paths;
    }

    /**
     * @param sha256 null when the file was not read
     * @param reasons each with file, line and both numbers
     */
    record Refused(Path path, String name, String sha256, List<String> reasons) {}

    /** All notes and reasons are written before the first file is moved. */
    void refuse(Collection<Refused> files) throws IOException {
        List<Path> targets = new ArrayList<>();
        for (Refused file : files) {
            byte[] reasons = (String.join("\n", file.reasons()) + "\n").getBytes(StandardCharsets.UTF_8);
            CompleteFile.of(note(file.name(), file.sha256()), reasons);
            Path target = free(paths.run().home().quarantine(), file.name());
            CompleteFile.of(target.resolveSibling(target.getFileName() + ".reason.txt"), reasons);
            targets.add(target);
        }
        int next = 0;
        for (Refused file : files) {
            IntakePaths.move(file.path(), targets.get(next++));
        }
    }

    /** Also the reasons of an earlier refusal stay. */
    private static Path free(Path directory, String name) {
        Path path = directory.resolve(name);
        for (int i = 2; taken(path); i++) {
            path = directory.resolve(name + "~" + i);
        }
        return path;
    }

    private static boolean taken(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                || Files.exists(path.resolveSibling(path.getFileName() + ".reason.txt"), LinkOption.NOFOLLOW_LINKS);
    }

    boolean knows(String name, String sha256) {
        return Files.exists(note(name, sha256));
    }

    /** Of files refused in this night that no accepted file of the same name replaces. */
    List<Notice> notices(Set<String> accepted) throws IOException {
        List<Notice> notices = new ArrayList<>();
        for (Path note : Inbox.sorted(paths.refused())) {
            String name = IntakePaths.withoutMark(note.getFileName().toString());
            if (!accepted.contains(name)
                    && notices.stream().noneMatch(known -> known.fileName().equals(name))) {
                String reasons = Files.readString(note).strip().replace("\n", "; ");
                String detail = reasons.length() <= 1000 ? reasons : reasons.substring(0, 997) + "...";
                notices.add(new Notice(name, Notice.Kind.REFUSED_FILE, detail));
            }
        }
        return notices;
    }

    private Path note(String name, String sha256) {
        return paths.refused().resolve(name + "~" + (sha256 == null ? "unread" : sha256.substring(0, 16)));
    }
}
