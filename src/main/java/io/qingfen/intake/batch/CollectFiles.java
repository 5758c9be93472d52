package io.qingfen.intake.batch;

import io.qingfen.intake.InputFile;
import io.qingfen.intake.InputPlan;
import io.qingfen.intake.Notice;
import io.qingfen.reference.References;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunContext;
import io.qingfen.run.StepWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Step collectFiles: what is in the inbox, is it whole, was it seen before. Looks again on every start until records are
 * routed; when the files changed, the date is planned anew.
 */
@Component("collectFilesWork")
final class CollectFiles implements StepWork {
    static final String STEP = "collectFiles";

    private final InputPlan plan;
    private final BusinessDays days;
    private final References references;

    CollectFiles(InputPlan plan, BusinessDays days, References references) {
        this.plan = plan;
        this.days = days;
        this.references = references;
    }

    @Override
    public void run(RunContext run) throws Exception {
        boolean routed =
                days.find(run.businessDate()).flatMap(day -> day.ranges()).isPresent();
        if (!routed) {
            collect(run);
        }
    }

    private void collect(RunContext run) throws Exception {
        IntakePaths paths = new IntakePaths(run);
        Inbox inbox = new Inbox(paths);
        List<Notice> notices = new ArrayList<>(inbox.take());
        List<Inbox.Taken> taken = inbox.taken();
        List<InputFile> planned = plan.files(run.businessDate());
        requireNoneLost(paths, planned, taken);
        if (!unchanged(planned, taken, new Quarantine(paths))) {
            Decision decision =
                    Decision.of(FileScans.of(run, taken), name -> plan.usedBefore(run.businessDate(), name));
            settle(run, paths, decision);
            plan.replace(run.businessDate(), run.token(), decision.accepted());
        }
        notices.addAll(notices(run, paths));
        plan.notices(
                run.businessDate(),
                List.of(
                        Notice.Kind.UNEXPECTED_NAME,
                        Notice.Kind.FUTURE_DATE,
                        Notice.Kind.DUPLICATE_FILE,
                        Notice.Kind.REFUSED_FILE),
                notices);
    }

    /** Moves what is not used out of the way, or refuses the run when something is wrong. */
    private void settle(RunContext run, IntakePaths paths, Decision decision) throws IOException {
        boolean goesOn = goesOn(run, references);
        if (!decision.refused().isEmpty()) {
            new Quarantine(paths).refuse(decision.refused());
            if (!goesOn) {
                throw refusal(run, decision.refused());
            }
        }
        for (Inbox.Taken duplicate : decision.duplicates()) {
            Path target = IntakePaths.free(paths.duplicates(), duplicate.name().text());
            IntakePaths.move(duplicate.path(), target);
        }
        for (Inbox.Taken accepted : decision.acceptedFiles()) {
            if (!accepted.isFirst()) {
                IntakePaths.move(
                        accepted.path(), paths.inputs().resolve(accepted.name().text()));
            }
        }
    }

    /** The job's definition or the installation's settings may say so. */
    static boolean goesOn(RunContext run, References references) {
        return run.continueOnRefusedFile()
                || references.of(run.businessDate()).settings().continueOnRefusedFile();
    }

    static Refusal refusal(RunContext run, List<Quarantine.Refused> files) {
        List<String> problems = new ArrayList<>();
        files.forEach(file -> problems.addAll(file.reasons()));
        if (run.rehearsal()) {
            problems.add("nothing was changed: a re-run of " + run.businessDate() + " would refuse "
                    + (files.size() == 1 ? "this file" : "these files")
                    + " and stop; put what should be used into the inbox first, and take the rest out of it");
            return new Refusal(Exit.INPUT_REFUSED, problems);
        }
        problems.add(files.size() + (files.size() == 1 ? " file was" : " files were")
                + " moved to quarantine with the reasons; put corrected files into the inbox, then: qingfen restart"
                + " --date " + run.businessDate());
        return new Refusal(Exit.INPUT_REFUSED, problems);
    }

    private List<Notice> notices(RunContext run, IntakePaths paths) throws IOException {
        Set<String> accepted = new HashSet<>();
        plan.files(run.businessDate()).forEach(file -> accepted.add(file.name().text()));
        List<Notice> notices = new ArrayList<>(new Quarantine(paths).notices(accepted));
        Set<String> names = new HashSet<>();
        for (Path path : Inbox.sorted(paths.duplicates())) {
            String name = IntakePaths.withoutMark(path.getFileName().toString());
            if (names.add(name)) {
                notices.add(new Notice(name, Notice.Kind.DUPLICATE_FILE, "the same bytes were used already; ignored"));
            }
        }
        return notices;
    }

    /** A planned file that is gone must have been refused since; anything else is a loss. */
    private static void requireNoneLost(IntakePaths paths, List<InputFile> planned, List<Inbox.Taken> taken) {
        Set<String> present = new HashSet<>();
        taken.forEach(file -> present.add(file.path().getFileName().toString()));
        Quarantine quarantine = new Quarantine(paths);
        List<String> lost = planned.stream()
                .filter(file -> !present.contains(file.name().text()))
                .filter(file -> !quarantine.knows(file.name().text(), file.sha256()))
                .map(file -> file.name().text() + ": was collected and is no longer in " + paths.inputs()
                        + "; put it back there (SHA-256 " + file.sha256() + ")")
                .toList();
        if (!lost.isEmpty()) {
            throw new Refusal(Exit.INPUT_REFUSED, lost);
        }
    }

    /** A file refused since it was planned is a change, also when another one of its size stands in its place. */
    private static boolean unchanged(List<InputFile> planned, List<Inbox.Taken> taken, Quarantine quarantine)
            throws IOException {
        Map<String, Long> sizes = new HashMap<>();
        planned.stream()
                .filter(file -> !quarantine.knows(file.name().text(), file.sha256()))
                .forEach(file -> sizes.put(file.name().text(), file.bytes()));
        if (sizes.size() < planned.size()) {
            return false;
        }
        for (Inbox.Taken file : taken) {
            Long size = sizes.remove(file.path().getFileName().toString());
            if (size == null || !file.isRegular() || Files.size(file.path()) != size) {
                return false;
            }
        }
        return sizes.isEmpty();
    }
}
