package io.qingfen.intake.batch;

import io.qingfen.intake.InputFile;
import io.qingfen.intake.InputPlan;
import io.qingfen.intake.Notice;
import io.qingfen.intake.RoutedRecords;
import io.qingfen.intake.Tally;
import io.qingfen.intake.TrailerCheck;
import io.qingfen.reference.References;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Holds every file of the night against its trailer, and every line against what became of it. */
@Component
final class TrailerChecks {
    private final InputPlan plan;
    private final RoutedRecords routed;
    private final References references;

    TrailerChecks(InputPlan plan, RoutedRecords routed, References references) {
        this.plan = plan;
        this.routed = routed;
        this.references = references;
    }

    /** What was counted of one file. */
    private static final class Counted {
        private final InputFile file;
        private final TrailerCheck trailer;
        private long lines;

        private Counted(InputFile file) {
            this.file = file;
            this.trailer = new TrailerCheck(file.name().text(), file.name().kind(), file.trailer());
        }

        private void add(Tally tally) {
            lines += tally.count();
            trailer.add(tally);
        }
    }

    /** Refuses the run when a trailer does not hold, or takes such files out where the settings say so. */
    void check(RunContext run) throws IOException {
        Map<Integer, Counted> counted = new HashMap<>();
        List<InputFile> files = plan.files(run.businessDate());
        files.forEach(file -> counted.put(file.number(), new Counted(file)));
        routed.eachTally(run.businessDate(), tally -> counted.get(tally.file()).add(tally));
        List<Notice> notices = new ArrayList<>();
        List<Quarantine.Refused> refused = new ArrayList<>();
        IntakePaths paths = new IntakePaths(run);
        for (InputFile file : files) {
            Counted found = counted.get(file.number());
            requireEveryLine(found);
            List<String> problems = found.trailer.problems();
            String name = file.name().text();
            if (!problems.isEmpty()) {
                refused.add(new Quarantine.Refused(paths.inputs().resolve(name), name, file.sha256(), problems));
            } else if (!found.trailer.unreadableRemainder().isEmpty()) {
                String detail = found.trailer.unreadableRemainder();
                notices.add(new Notice(name, Notice.Kind.UNREADABLE_AMOUNTS, detail));
            }
        }
        plan.notices(run.businessDate(), List.of(Notice.Kind.UNREADABLE_AMOUNTS), notices);
        if (!refused.isEmpty()) {
            refuse(run, paths, files, refused);
        }
    }

    private void refuse(RunContext run, IntakePaths paths, List<InputFile> files, List<Quarantine.Refused> refused)
            throws IOException {
        Quarantine quarantine = new Quarantine(paths);
        quarantine.refuse(refused);
        if (!CollectFiles.goesOn(run, references)) {
            throw CollectFiles.refusal(run, refused);
        }
        Set<String> names = new HashSet<>();
        refused.forEach(file -> names.add(file.name()));
        Set<String> accepted = new HashSet<>();
        for (InputFile file : files) {
            if (names.contains(file.name().text())) {
                plan.drop(run.businessDate(), file.number());
            } else {
                accepted.add(file.name().text());
            }
        }
        plan.notices(run.businessDate(), List.of(Notice.Kind.REFUSED_FILE), quarantine.notices(accepted));
    }

    /** Nothing is lost between the two passes over a file. */
    private static void requireEveryLine(Counted found) {
        if (found.lines != found.file.lines()) {
            throw new Refusal(
                    Exit.CONTROL_OPEN,
                    found.file.name().text() + ": " + found.file.lines() + " lines were collected, " + found.lines
                            + " routed; the file in the work directory was changed: restore it, then restart");
        }
    }
}
