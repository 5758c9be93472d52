package io.qingfen.intake.batch;

import io.qingfen.intake.CollectedFile;
import io.qingfen.intake.InputFile;
import io.qingfen.intake.InputName;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What becomes of each file of a run, judged in file-name order after all of them were read. */
final class Decision {
    private final List<CollectedFile> accepted = new ArrayList<>();
    private final List<Inbox.Taken> acceptedFiles = new ArrayList<>();
    private final List<Inbox.Taken> duplicates = new ArrayList<>();
    private final List<Quarantine.Refused> refused = new ArrayList<>();
    private final Map<Object, String> usedHere = new HashMap<>();

    private Decision() {}

    private record Identity(Object kind, Object date, int sequence) {
        static Identity of(InputName name) {
            return new Identity(name.kind(), name.date(), name.sequence());
        }
    }

    /** @param usedBefore the file of the same identity that an earlier date used */
    static Decision of(List<FileScans.Examined> files, Function<InputName, Optional<InputFile>> usedBefore) {
        Decision decision = new Decision();
        for (FileScans.Examined file : files) {
            if (file.scanned() == null) {
                decision.refuse(file.file(), null, List.of(irregular(file.file())));
            } else {
                Optional<String> before = usedBefore.apply(file.file().name()).map(InputFile::sha256);
                decision.judge(file.file(), file.scanned(), before);
            }
        }
        return decision;
    }

    private void judge(Inbox.Taken file, FileReading.Scanned scanned, Optional<String> before) {
        Identity identity = Identity.of(file.name());
        String used = before.orElse(usedHere.get(identity));
        if (scanned.sha256().equals(used) && scanned.problems().isEmpty()) {
            duplicates.add(file);
            return;
        }
        List<String> problems = new ArrayList<>(scanned.problems());
        if (used != null) {
            problems.add(file.name().text() + ": " + file.name().kind() + " "
                    + file.name().date() + " sequence "
                    + file.name().sequence() + " was used already with other bytes: SHA-256 " + used + ", this file "
                    + scanned.sha256() + "; send corrections under a new sequence");
        }
        if (problems.isEmpty()) {
            usedHere.put(identity, scanned.sha256());
            accepted.add(new CollectedFile(file.name(), scanned.sha256(), scanned.scan()));
            acceptedFiles.add(file);
        } else {
            refuse(file, scanned.sha256(), problems);
        }
    }

    private void refuse(Inbox.Taken file, String sha256, List<String> problems) {
        refused.add(new Quarantine.Refused(file.path(), file.name().text(), sha256, problems));
    }

    private static String irregular(Inbox.Taken file) {
        String what = Files.isSymbolicLink(file.path())
                ? "a symbolic link"
                : Files.isDirectory(file.path(), LinkOption.NOFOLLOW_LINKS) ? "a directory" : "a device or pipe";
        return file.name().text() + ": not a regular file but " + what;
    }

    /** In file-name byte order. */
    List<CollectedFile> accepted() {
        return accepted;
    }

    List<Inbox.Taken> acceptedFiles() {
        return acceptedFiles;
    }

    List<Inbox.Taken> duplicates() {
        return duplicates;
    }

    List<Quarantine.Refused> refused() {
        return refused;
    }
}
