package io.qingfen.payouts.batch;

import io.qingfen.payouts.PayoutReleases;
import io.qingfen.payouts.PayoutState;
import io.qingfen.payouts.PayoutStory;
import io.qingfen.payouts.Release;
import io.qingfen.payouts.Release.State;
import io.qingfen.payouts.ReleaseContent;
import io.qingfen.payouts.ReleaseLimit;
import io.qingfen.payouts.ReleasePage;
import io.qingfen.payouts.batch.ReleaseDecisions.Outcome;
import io.qingfen.payouts.batch.ReleaseDecisions.Standing;
import io.qingfen.payouts.batch.ReleaseReview.Findings;
import io.qingfen.payouts.jdbc.LookAtRows;
import io.qingfen.payouts.jdbc.PayoutStates;
import io.qingfen.payouts.jdbc.PayoutStates.Cause;
import io.qingfen.payouts.jdbc.Payouts;
import io.qingfen.payouts.jdbc.Preparedness;
import io.qingfen.payouts.jdbc.Proposals;
import io.qingfen.reference.CurrentReference;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.Exit;
import io.qingfen.run.FaultPoint;
import io.qingfen.run.FreeText;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Four eyes over the payouts of a date. A decision is one transaction that locks the date; the move of the files follows
 * it and can be repeated, see {@link ReleaseCompletion}. What takes long, the last gates, is asked before it and without
 * the lock: the decision then asks everything else again and lets go only what the gates were asked about.
 */
@Component
class ReleasingPayouts implements PayoutReleases {
    /** As many as their column holds. */
    private static final int LONGEST_REASON = 400;

    private static final int MOST_TO_LOOK_AT = 1_000;

    private final ClosedDates dates;
    private final ReleaseDecisions decisions;
    private final Preparedness prepared;
    private final Proposals proposals;
    private final PayoutStates states;
    private final Payouts payouts;
    private final LookAtRows lookAt;
    private final ReleaseReview review;
    private final ReleaseCompletion completion;
    private final CurrentReference reference;
    private final Audit audit;
    private final TransactionTemplate transaction;

    ReleasingPayouts(
            ClosedDates dates,
            ReleaseDecisions decisions,
            Preparedness prepared,
            Proposals proposals,
            PayoutStates states,
            Payouts payouts,
            LookAtRows lookAt,
            ReleaseReview review,
            ReleaseCompletion completion,
            CurrentReference reference,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.dates = dates;
        this.decisions = decisions;
        this.prepared = prepared;
        this.proposals = proposals;
        this.states = states;
        this.payouts = payouts;
        this.lookAt = lookAt;
        this.review = review;
        this.completion = completion;
        this.reference = reference;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public ReleasePage page(LocalDate date) {
        ReleaseContent content = review.content(date);
        return new ReleasePage(
                date,
                content.totals(),
                content.files(),
                prepared.byState(date),
                proposals.last(date),
                objections(date, content),
                lookAt.of(date, MOST_TO_LOOK_AT));
    }

    private List<String> objections(LocalDate date, ReleaseContent content) {
        List<String> objections = new ArrayList<>();
        if (content.payouts() > 0) {
            Findings findings = review.of(date);
            objections.addAll(findings.changed());
            objections.addAll(findings.objections());
            Set<String> confirmed = proposals
                    .last(date)
                    .filter(release -> release.state() == State.PROPOSED)
                    .map(Release::confirmed)
                    .orElse(Set.of());
            objections.addAll(ReleaseLimit.objections(
                    content, reference.settings().payouts().limits(), confirmed));
        }
        return objections;
    }

    @Override
    public PayoutStory payout(String payoutId) {
        return states.story(payoutId)
                .orElseThrow(() -> new Refusal(
                        Exit.USAGE_OR_REFERENCE,
                        "There is no payout " + payoutId + ". They are in outbox/DATE/payouts.csv and, by date, in:"
                                + " qingfen payouts show --date DATE"));
    }

    @Override
    public Release propose(LocalDate date, Actor maker, List<String> confirmedTotals) {
        ClosedDates.requirePerson(maker);
        completion.of(date);
        return transaction.execute(status -> decisions.propose(date, maker, confirmedTotals));
    }

    @Override
    public Release approve(LocalDate date, Actor checker, int seen) {
        ClosedDates.requirePerson(checker);
        boolean unfinished = completion.approved().contains(date);
        completion.of(date);
        if (unfinished) {
            return proposals.last(date).orElseThrow();
        }
        Standing standing = inTransaction(() -> decisions.mayApprove(date, checker, seen));
        List<String> broken = review.lastObjections(date);
        inTransaction(() -> decisions.approve(date, checker, standing, broken));
        FaultPoint.reach("release:approved");
        completion.of(date);
        return proposals.last(date).orElseThrow();
    }

    /** What is refused is thrown after the commit: the end of a proposal is kept. */
    private <T> T inTransaction(Supplier<Outcome<T>> work) {
        return transaction.execute(status -> work.get()).orThrow();
    }

    /**
     * Releases a date without people, as the settings say.
     *
     * @return why it did not; empty when it did
     */
    List<String> releaseBySystem(LocalDate date) {
        completion.of(date);
        try {
            Standing standing = inTransaction(() -> decisions.mayReleaseBySystem(date));
            List<String> broken = review.lastObjections(date);
            inTransaction(() -> decisions.releaseBySystem(date, standing, broken));
        } catch (Refusal refusal) {
            return refusal.problems();
        }
        FaultPoint.reach("release:approved");
        completion.of(date);
        return List.of();
    }

    @Override
    public Release withdraw(LocalDate date, Actor who, String reason) {
        FreeText.line("--reason", reason, LONGEST_REASON);
        ClosedDates.requirePerson(who);
        completion.of(date);
        return transaction.execute(status -> {
            dates.requireClosed(date);
            Release proposed = proposals
                    .last(date)
                    .filter(release -> release.state() == State.PROPOSED)
                    .orElseThrow(() -> dates.nothingToApprove(date));
            proposals.end(proposed, State.WITHDRAWN, who, reason);
            audit.record(
                    who, "payouts.proposal.WITHDRAWN", date.toString(), "proposal " + proposed.no() + ": " + reason);
            return proposals.last(date).orElseThrow();
        });
    }

    @Override
    public PayoutStory withdrawPayout(String payoutId, Actor who, String reason) {
        FreeText.line("--reason", reason, LONGEST_REASON);
        ClosedDates.requirePerson(who);
        if (reason.isBlank()) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "say why: qingfen payouts withdraw " + payoutId + " --reason \"what is wrong with it\"");
        }
        LocalDate date = payout(payoutId).businessDate();
        completion.of(date);
        transaction.executeWithoutResult(status -> withdrawing(payoutId, date, who, reason));
        FaultPoint.reach("release:withdrawn");
        completion.of(date);
        return payout(payoutId);
    }

    private void withdrawing(String payoutId, LocalDate date, Actor who, String reason) {
        dates.requireClosed(date);
        if (!states.move(payoutId, PayoutState.PREPARED, PayoutState.WITHDRAWN, Cause.decided(who, reason))) {
            throw new Refusal(
                    Exit.REFUSED,
                    "payout " + payoutId + " is " + payout(payoutId).state()
                            + ": only a PREPARED one can be taken back here; a payout that has left is called back at the"
                            + " bank, whose answer comes as a result");
        }
        proposals
                .last(date)
                .filter(release -> release.state() == State.PROPOSED)
                .ifPresent(release ->
                        proposals.end(release, State.VOID, who, "payout " + payoutId + " was withdrawn: " + reason));
        payouts.forgetFiles(date);
        audit.record(who, "payouts.withdraw", payoutId, reason);
    }

    @Override
    public long sent(LocalDate date, Actor who) {
        ClosedDates.requirePerson(who);
        completion.of(date);
        return transaction.execute(status -> {
            dates.requireClosed(date);
            long moved = states.moveAll(
                    date, PayoutState.RELEASED, PayoutState.SENT, Cause.decided(who, "handed to the bank"));
            if (moved == 0) {
                throw new Refusal(
                        Exit.REFUSED,
                        "no payout of " + date + " is RELEASED and unsent: qingfen payouts show --date " + date);
            }
            audit.record(who, "payouts.sent", date.toString(), moved + " payouts");
            return moved;
        });
    }

    @Override
    public void recover() {
        List<String> problems = new ArrayList<>();
        Exit exit = Exit.FAILED;
        for (LocalDate date : completion.unfinished()) {
            try {
                completion.of(date);
            } catch (Refusal refusal) {
                // one date that cannot be ended keeps no other one
                problems.addAll(refusal.problems());
                exit = refusal.exit();
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(exit, problems);
        }
    }
}
