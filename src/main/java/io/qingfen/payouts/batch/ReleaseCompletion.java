package io.qingfen.payouts.batch;

import io.qingfen.payouts.BankFilesChanged;
import io.qingfen.payouts.PayoutState;
import io.qingfen.payouts.Release;
import io.qingfen.payouts.ReleaseContent.HashedFile;
import io.qingfen.payouts.jdbc.Payouts;
import io.qingfen.payouts.jdbc.Preparedness;
import io.qingfen.payouts.jdbc.Proposals;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.BooksMark;
import io.qingfen.run.Exit;
import io.qingfen.run.FaultPoint;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The part of a decision that happens on disk, after the decision is committed. Whatever is left half-way, by a power cut
 * between the rename and the commit or before either, is ended by doing it again: the folder is moved once, and where it
 * has been moved the hashes say that it is the approved one.
 */
@Component
class ReleaseCompletion {
    private final Proposals proposals;
    private final Preparedness prepared;
    private final Payouts payouts;
    private final BankFilesOfDate bankFiles;
    private final List<BankFilesChanged> listeners;
    private final Audit audit;
    private final Home home;
    private final BooksMark mark;
    private final TransactionTemplate transaction;

    ReleaseCompletion(
            Proposals proposals,
            Preparedness prepared,
            Payouts payouts,
            BankFilesOfDate bankFiles,
            List<BankFilesChanged> listeners,
            Audit audit,
            Home home,
            BooksMark mark,
            PlatformTransactionManager transactions) {
        this.proposals = proposals;
        this.prepared = prepared;
        this.payouts = payouts;
        this.bankFiles = bankFiles;
        this.listeners = listeners;
        this.audit = audit;
        this.home = home;
        this.mark = mark;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Moves the files of an approved release, and writes files again that a withdrawal made untrue. */
    void of(LocalDate businessDate) {
        transaction.executeWithoutResult(status -> moveApproved(businessDate));
        transaction.executeWithoutResult(status -> writeAgain(businessDate));
    }

    /** Dates with an approved release whose files may not have been moved. */
    List<LocalDate> approved() {
        return proposals.approved();
    }

    /** These, and dates whose bank files a withdrawal made untrue and that were not written again; oldest first. */
    List<LocalDate> unfinished() {
        SortedSet<LocalDate> dates = new TreeSet<>(proposals.approved());
        payouts.withdrawnWithoutFiles().stream().filter(this::standsOnDisk).forEach(dates::add);
        return List.copyOf(dates);
    }

    /** Where nobody is paid any more there is nothing to write, and once the old files are gone nothing to do. */
    private boolean standsOnDisk(LocalDate businessDate) {
        return prepared.byState(businessDate).containsKey(PayoutState.PREPARED)
                || bankFiles.stand(home.outbox(businessDate));
    }

    private static Refusal notYet(LocalDate businessDate, String what, String next, IOException why) {
        return new Refusal(Exit.FAILED, what + " (" + why + "); mend that, then: " + next);
    }

    private void moveApproved(LocalDate businessDate) {
        proposals.lockApproved(businessDate).ifPresent(release -> {
            try {
                move(release);
            } catch (IOException failed) {
                throw notYet(
                        businessDate,
                        "the release of " + businessDate + " is approved, but its files cannot be"
                                + " put into released/",
                        "qingfen payouts approve --date " + businessDate,
                        failed);
            }
            FaultPoint.reach("release:moved");
            proposals.released(release);
            audit.record(
                    Actor.SYSTEM,
                    "payouts.released",
                    businessDate.toString(),
                    "proposal " + release.no() + ", digest " + release.digest() + ", files stand in outbox/"
                            + businessDate + "/released");
        });
    }

    private void move(Release release) throws IOException {
        ReleaseFiles files = new ReleaseFiles(home.outbox(release.businessDate()));
        List<HashedFile> approved = proposals.files(release);
        boolean moved = files.areReleased();
        List<String> problems = moved ? files.problemsReleased(approved) : waiting(files, release, approved);
        if (!problems.isEmpty()) {
            List<String> told = new ArrayList<>(problems);
            told.add("the release of " + release.businessDate() + " was approved, but its files are not the approved"
                    + " ones any more: " + (moved ? "send none of them" : "none was moved")
                    + "; put the approved bytes back, then: qingfen payouts approve --date " + release.businessDate());
            throw new Refusal(Exit.CONTROL_OPEN, told);
        }
        if (!moved) {
            mark.raise();
            files.release(approved);
        }
    }

    /** All that was written must stand there as it was written, and what was approved must be among it. */
    private List<String> waiting(ReleaseFiles files, Release release, List<HashedFile> approved) throws IOException {
        List<HashedFile> written = prepared.files(release.businessDate());
        List<String> problems = new ArrayList<>(files.inTheWay());
        problems.addAll(files.problemsWaiting(written));
        approved.stream()
                .filter(file -> !written.contains(file))
                .forEach(file -> problems.add("payouts/" + file.name()
                        + ": is not in table payout_file as it was approved: " + file.sha256()));
        return problems;
    }

    /** A withdrawal forgets the files; until they are written again there is nothing to propose. */
    private void writeAgain(LocalDate businessDate) {
        if (!isForgotten(businessDate)) {
            return;
        }
        prepared.lock(businessDate);
        if (!isForgotten(businessDate)) {
            return;
        }
        try {
            bankFiles.write(businessDate, home);
            for (BankFilesChanged listener : listeners) {
                listener.bankFilesChanged(businessDate);
            }
        } catch (IOException failed) {
            throw notYet(
                    businessDate,
                    "a payout of " + businessDate + " was withdrawn, but its bank files cannot be"
                            + " written again without it",
                    "qingfen payouts propose --date " + businessDate,
                    failed);
        }
        FaultPoint.reach("release:rewritten");
    }

    private boolean isForgotten(LocalDate businessDate) {
        return prepared.byState(businessDate).containsKey(PayoutState.WITHDRAWN)
                && prepared.files(businessDate).isEmpty()
                && payouts.onTheirWay(businessDate) == 0;
    }
}
