package io.qingfen.nightly;

import io.qingfen.intake.ArchivedInputs;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.Exit;
import io.qingfen.run.FaultPoint;
import io.qingfen.run.FreeText;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import io.qingfen.run.Rehearsal;
import io.qingfen.run.RunContext;
import io.qingfen.run.RunLease;
import io.qingfen.schedule.JobDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Runs the last date once more, with late and corrected files, before any of its payouts leaves. What it made before is
 * set aside, its entries that no longer hold are reversed, and what differs is told.
 *
 * <p>Setting aside is done in an order in which each part may be repeated: note, inputs back into the inbox, files aside,
 * and last, in one transaction, the books. From there on it is a night like any other, restart included.
 */
@Component
public final class Reruns {
    /** Not part of a rehearsal: files for people, and the end of the date. */
    private static final List<String> AFTER_PAYOUTS = List.of("publishReports", "closeBusinessDate");

    private final Nights nights;
    private final SupersededDates superseded;
    private final ArchivedInputs inputs;
    private final Rehearsal rehearsal;
    private final JobDefinition definition;
    private final RunLease lease;
    private final Audit audit;
    private final Home home;
    private final TransactionTemplate transaction;

    Reruns(
            Nights nights,
            SupersededDates superseded,
            ArchivedInputs inputs,
            Rehearsal rehearsal,
            JobDefinition definition,
            RunLease lease,
            Audit audit,
            Home home,
            PlatformTransactionManager transactions) {
        this.nights = nights;
        this.superseded = superseded;
        this.inputs = inputs;
        this.rehearsal = rehearsal;
        this.definition = definition;
        this.lease = lease;
        this.audit = audit;
        this.home = home;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Runs the date again to its end, or continues a re-run that was cut off before the date was free to run.
     *
     * @param reason why, for auditors
     * @return what it changed
     * @throws Refusal when a payout of the date is on its way, a later date is settled, or the run itself refuses
     */
    public RerunDiff rerun(LocalDate date, Actor actor, String reason, int workers) {
        FreeText.withoutNumbersOfCards("--reason", reason);
        nights.again(date, workers, token -> setAside(date, actor, reason, token));
        return diff(date);
    }

    /** What the last re-run of the date changed; empty when there was none. */
    public RerunDiff diff(LocalDate date) {
        return superseded.diff(date, superseded.generation(date));
    }

    /** What {@link #rerun} would change; nothing stays of it. */
    public RerunDiff rehearse(LocalDate date) {
        RerunDiff[] found = new RerunDiff[1];
        nights.aside(date, token -> found[0] = rehearse(date, token));
        return found[0];
    }

    private void setAside(LocalDate date, Actor actor, String reason, long token) {
        requireInputs(date);
        int generation = transaction.execute(status -> begin(date, actor, reason));
        FaultPoint.reach("rerun:begun");
        try {
            setFilesAside(date, home.superseded(date, generation - 1));
        } catch (IOException failed) {
            throw new UncheckedIOException("re-run of " + date + ": " + failed.getMessage(), failed);
        }
        FaultPoint.reach("rerun:files-aside");
        transaction.executeWithoutResult(status -> {
            lease.require(token);
            refuseObstacles(date);
            superseded.takeBack(date, generation);
        });
        FaultPoint.reach("rerun:taken-back");
    }

    /** Before anything is taken back: without its inputs the date could neither go on nor back. */
    private void requireInputs(LocalDate date) {
        transaction.executeWithoutResult(status -> refuseObstacles(date));
        boolean aside =
                Files.exists(home.superseded(date, superseded.generation(date)).resolve("archive"));
        List<String> problems = aside ? List.of() : inputs.problems(date, home.archive(date), home.inbox());
        if (!problems.isEmpty()) {
            List<String> told = new ArrayList<>(problems);
            told.add("the re-run of " + date
                    + " did not go on, for want of its input files; mend that, then type the same" + " command again");
            throw new Refusal(Exit.CONTROL_OPEN, told);
        }
    }

    private void setFilesAside(LocalDate date, Path aside) throws IOException {
        inputs.putBack(home.archive(date), home.inbox());
        FaultPoint.reach("rerun:inputs-back");
        Files.createDirectories(aside);
        move(home.outbox(date), aside.resolve("outbox"));
        FaultPoint.reach("rerun:outbox-aside");
        move(home.archive(date), aside.resolve("archive"));
    }

    private int begin(LocalDate date, Actor actor, String reason) {
        refuseObstacles(date);
        int generation = superseded.begin(date, actor, reason);
        audit.record(actor, "rerun", date.toString(), "generation " + generation + ": " + reason);
        return generation;
    }

    private void refuseObstacles(LocalDate date) {
        List<String> obstacles = superseded.obstacles(date).stream()
                .map(obstacle -> "business date " + date + " cannot be run again: " + obstacle)
                .toList();
        if (!obstacles.isEmpty()) {
            throw new Refusal(Exit.REFUSED, obstacles);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from) && !Files.exists(to)) {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Everything in one transaction that is rolled back, with files in a directory of its own. */
    private RerunDiff rehearse(LocalDate date, long token) {
        requireInputs(date);
        Home scratch = new Home(home.root().resolve("work").resolve("rehearsal-" + date));
        try {
            FileSystemUtils.deleteRecursively(scratch.root());
            Files.createDirectories(scratch.inbox());
            copyInbox(scratch.inbox());
            inputs.putBack(home.archive(date), scratch.inbox());
            RunContext run = new RunContext(
                    date, scratch, 1, token, definition.onRefusedFile().equals("continue"), true);
            return transaction.execute(status -> {
                status.setRollbackOnly();
                return played(run);
            });
        } catch (IOException failed) {
            throw new UncheckedIOException("rehearsal of " + date + ": " + failed.getMessage(), failed);
        } finally {
            deleteQuietly(scratch.root());
        }
    }

    private RerunDiff played(RunContext run) {
        LocalDate date = run.businessDate();
        refuseObstacles(date);
        int generation = superseded.begin(date, Actor.SYSTEM, "rehearsal");
        superseded.takeBack(date, generation);
        List<String> steps = definition.steps().stream()
                .filter(step -> !AFTER_PAYOUTS.contains(step))
                .toList();
        try {
            rehearsal.play(run, steps);
        } catch (RuntimeException problem) {
            throw problem;
        } catch (Exception failed) {
            throw new IllegalStateException("rehearsal of " + date + ": " + failed.getMessage(), failed);
        }
        return superseded.diff(date, generation);
    }

    private void copyInbox(Path into) throws IOException {
        if (!Files.isDirectory(home.inbox())) {
            return;
        }
        try (Stream<Path> files = Files.list(home.inbox())) {
            for (Path file : files.toList()) {
                Path copy = into.resolve(file.getFileName().toString());
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.copy(file, copy);
                } else if (Files.isSymbolicLink(file)) {
                    // The night refuses links, folders and devices by their kind: so must the rehearsal.
                    Files.createSymbolicLink(copy, copy.resolveSibling("nowhere"));
                } else {
                    Files.createDirectory(copy);
                }
            }
        }
    }

    private static void deleteQuietly(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException left) {
            // Under work/, where nothing is looked for; the next rehearsal of the date deletes it first.
            return;
        }
    }
}
