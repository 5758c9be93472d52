package io.qingfen.payouts.batch;

import io.qingfen.payouts.PayoutState;
import io.qingfen.payouts.Release;
import io.qingfen.payouts.Release.State;
import io.qingfen.payouts.ReleaseContent;
import io.qingfen.payouts.ReleaseLimit;
import io.qingfen.payouts.ReleaseTotal;
import io.qingfen.payouts.batch.ReleaseReview.Findings;
import io.qingfen.payouts.jdbc.LookAtRows;
import io.qingfen.payouts.jdbc.PayoutStates;
import io.qingfen.payouts.jdbc.PayoutStates.Cause;
import io.qingfen.payouts.jdbc.Proposals;
import io.qingfen.reference.CurrentReference;
import io.qingfen.reference.Settings;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.Exit;
import io.qingfen.run.Notice;
import io.qingfen.run.Notices;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether a date may be proposed, approved, or released by the system. Takes part in the caller's transaction. */
@Component
class ReleaseDecisions {
    private static final int MOST_TO_LOOK_AT = 1_000;

    private final ClosedDates dates;
    private final Proposals proposals;
    private final PayoutStates states;
    private final LookAtRows lookAt;
    private final ReleaseReview review;
    private final CurrentReference reference;
    private final Audit audit;
    private final List<Notices> news;

    ReleaseDecisions(
            ClosedDates dates,
            Proposals proposals,
            PayoutStates states,
            LookAtRows lookAt,
            ReleaseReview review,
            CurrentReference reference,
            Audit audit,
            List<Notices> news) {
        this.dates = dates;
        this.proposals = proposals;
        this.states = states;
        this.lookAt = lookAt;
        this.review = review;
        this.reference = reference;
        this.audit = audit;
        this.news = news;
    }

    /** What a transaction decided; a refusal that must be kept is thrown after its commit. */
    record Outcome<T>(T value, Refusal refusal) {
        static <T> Outcome<T> of(T value) {
            return new Outcome<>(value, null);
        }

        static <T> Outcome<T> refused(List<String> problems) {
            return new Outcome<>(null, new Refusal(Exit.REFUSED, problems));
        }

        T orThrow() {
            if (refusal != null) {
                throw refusal;
            }
            return value;
        }
    }

    /**
     * What the last gates are asked about, outside of any transaction: only exactly this may be released afterwards.
     *
     * @param proposalNo the proposal, or the number that the system's own will have
     * @param digest see {@link ReleaseContent#digest()}
     * @param generation which run of the date
     */
    record Standing(LocalDate businessDate, int proposalNo, String digest, int generation) {}

    Release propose(LocalDate date, Actor maker, List<String> confirmedTotals) {
        dates.requireClosed(date);
        Optional<Release> last = proposals.last(date);
        Findings findings = review.of(date);
        requirePrepared(findings.content(), last);
        Set<String> confirmed = confirmed(findings.content(), confirmedTotals);
        List<String> problems = new ArrayList<>(findings.changed());
        problems.addAll(findings.objections());
        problems.addAll(ReleaseLimit.objections(findings.content(), settings().limits(), confirmed));
        if (!problems.isEmpty()) {
            throw new Refusal(Exit.REFUSED, problems);
        }
        last.filter(release -> release.state() == State.PROPOSED)
                .ifPresent(release -> requireEnded(release, findings.content(), maker));
        int no = nextNo(date);
        proposals.add(findings.content(), no, maker, settings().proposalHours(), confirmed);
        audit.record(maker, "payouts.propose", date.toString(), detail(no, findings.content()));
        Notice waits = new Notice(
                Notice.Kind.WAITING_FOR_APPROVAL,
                "nightly-settlement",
                date,
                "proposal " + no + " of " + maker + " to release the payouts of " + date
                        + "; another person looks: qingfen payouts show --date " + date
                        + " and decides: qingfen payouts"
                        + " approve --date " + date);
        news.forEach(one -> one.tell(waits));
        return proposals.last(date).orElseThrow();
    }

    /** A proposal that cannot be approved any more makes room for the next. */
    private void requireEnded(Release release, ReleaseContent content, Actor who) {
        if (proposals.isExpired(release)) {
            proposals.end(release, State.EXPIRED, who, "not approved in time");
        } else if (!release.digest().equals(content.digest())) {
            proposals.end(release, State.VOID, who, "what was proposed has changed");
        } else {
            throw new Refusal(
                    Exit.REFUSED,
                    "proposal " + release.no() + " of " + release.businessDate() + " by " + release.maker()
                            + " waits for approval by another person: qingfen payouts approve --date "
                            + release.businessDate() + "; or end it: qingfen payouts withdraw --date "
                            + release.businessDate());
        }
    }

    /** Whether all but the last gates let the date go. Ends a proposal that cannot be approved any more. */
    Outcome<Standing> mayApprove(LocalDate date, Actor checker, int seen) {
        return judged(
                date,
                checker,
                (proposed, content) -> seen == 0 || seen == proposed.no()
                        ? Outcome.of(standing(proposed.no(), content))
                        : Outcome.refused(List.of("proposal " + proposed.no() + " of " + date + " by "
                                + proposed.maker() + " took the place of the one you looked at, and nothing was"
                                + " released; look at it, then approve: qingfen payouts show --date " + date)));
    }

    /**
     * @param proved what the last gates were asked about; refused when it is not what stands there now
     * @param broken what they object to
     */
    Outcome<Release> approve(LocalDate date, Actor checker, Standing proved, List<String> broken) {
        return judged(date, checker, (proposed, content) -> {
            if (!proved.equals(standing(proposed.no(), content))) {
                return Outcome.refused(List.of(changedMeanwhile(date)
                        + "; look at it, then approve again: qingfen payouts approve --date " + date));
            }
            return broken.isEmpty()
                    ? approved(proposed, content, Optional.of(checker))
                    : red(proposed, broken, checker);
        });
    }

    private static String changedMeanwhile(LocalDate date) {
        return "the proposal or the books of " + date + " changed while the date was proved, and nothing was released";
    }

    private Standing standing(int proposalNo, ReleaseContent content) {
        LocalDate date = content.businessDate();
        return new Standing(date, proposalNo, content.digest(), dates.generation(date));
    }

    /** That somebody tried is kept; the proposal stays. */
    private Outcome<Release> red(Release proposed, List<String> broken, Actor checker) {
        audit.record(checker, "payouts.approve.refused", proposed.businessDate().toString(), broken.get(0));
        return new Outcome<>(null, new Refusal(Exit.CONTROL_OPEN, broken));
    }

    private <T> Outcome<T> judged(
            LocalDate date, Actor checker, BiFunction<Release, ReleaseContent, Outcome<T>> decision) {
        dates.requireClosed(date);
        Release proposed = proposals
                .last(date)
                .filter(release -> release.state() == State.PROPOSED)
                .orElseThrow(() -> dates.nothingToApprove(date));
        if (proposals.isExpired(proposed)) {
            return ended(
                    proposed, State.EXPIRED, checker, List.of("it was not approved until " + proposed.expiresAt()));
        }
        if (checker.isSamePersonAs(new Actor(proposed.maker()))) {
            audit.record(checker, "payouts.approve.refused", date.toString(), "the maker may not approve");
            return Outcome.refused(
                    List.of("proposal " + proposed.no() + " of " + date + " was made by " + proposed.maker()
                            + "; another person must approve it: qingfen payouts approve --date " + date
                            + " --as NAME"));
        }
        Findings findings = review.of(date);
        List<String> changes = changes(proposed, findings);
        if (!changes.isEmpty()) {
            return ended(proposed, State.VOID, checker, changes);
        }
        List<String> objections = new ArrayList<>(findings.objections());
        objections.addAll(ReleaseLimit.objections(findings.content(), settings().limits(), proposed.confirmed()));
        return objections.isEmpty() ? decision.apply(proposed, findings.content()) : Outcome.refused(objections);
    }

    private static List<String> changes(Release proposed, Findings findings) {
        if (!findings.changed().isEmpty()) {
            return findings.changed();
        }
        return proposed.digest().equals(findings.content().digest())
                ? List.of()
                : List.of(
                        "payouts, totals or files of " + proposed.businessDate() + " changed since they were proposed");
    }

    private <T> Outcome<T> ended(Release proposed, State state, Actor who, List<String> why) {
        proposals.end(proposed, state, who, String.join("; ", why));
        audit.record(
                who,
                "payouts.proposal." + state,
                proposed.businessDate().toString(),
                "proposal " + proposed.no() + " of " + proposed.maker());
        List<String> problems = new ArrayList<>(why);
        problems.add("proposal " + proposed.no() + " of " + proposed.businessDate() + " is " + state
                + " and was not approved; look at the date, then: qingfen payouts propose --date "
                + proposed.businessDate());
        return Outcome.refused(problems);
    }

    private Outcome<Release> approved(Release proposed, ReleaseContent content, Optional<Actor> checker) {
        Actor who = checker.orElse(Actor.SYSTEM);
        if (!proposals.approve(proposed, checker)) {
            return Outcome.refused(List.of("proposal " + proposed.no() + " of " + proposed.businessDate()
                    + " was decided by somebody else meanwhile: qingfen payouts show --date "
                    + proposed.businessDate()));
        }
        String why = "proposal " + proposed.no() + " of " + proposed.maker();
        long moved = states.moveAll(
                proposed.businessDate(), PayoutState.PREPARED, PayoutState.RELEASED, Cause.decided(who, why));
        if (moved != content.payouts()) {
            throw new IllegalStateException(
                    "approved " + content.payouts() + " payouts, but " + moved + " are prepared; nothing is changed");
        }
        audit.record(who, "payouts.approve", proposed.businessDate().toString(), detail(proposed.no(), content));
        return Outcome.of(proposed);
    }

    /** Whether all but the last gates let the date go without people. */
    Outcome<Standing> mayReleaseBySystem(LocalDate date) {
        dates.requireClosed(date);
        Findings findings = review.of(date);
        if (findings.content().payouts() == 0) {
            return Outcome.refused(List.of("nothing of " + date + " is prepared"));
        }
        List<String> objections = new ArrayList<>(findings.changed());
        objections.addAll(findings.objections());
        objections.addAll(ReleaseLimit.objections(findings.content(), settings().limits(), Set.of()));
        if (settings().holdOutliers()) {
            objections.addAll(outliers(date));
        }
        return objections.isEmpty()
                ? Outcome.of(standing(nextNo(date), findings.content()))
                : Outcome.refused(objections);
    }

    /** As {@link #approve}, by the system. */
    Outcome<Release> releaseBySystem(LocalDate date, Standing proved, List<String> broken) {
        Outcome<Standing> now = mayReleaseBySystem(date);
        if (now.refusal() != null) {
            return Outcome.refused(now.refusal().problems());
        }
        if (!proved.equals(now.value())) {
            return Outcome.refused(List.of(changedMeanwhile(date)));
        }
        if (!broken.isEmpty()) {
            return Outcome.refused(broken);
        }
        ReleaseContent content = review.content(date);
        proposals.add(content, proved.proposalNo(), Actor.SYSTEM, settings().proposalHours(), Set.of());
        return approved(proposals.last(date).orElseThrow(), content, Optional.empty());
    }

    private int nextNo(LocalDate date) {
        return proposals.last(date).map(Release::no).orElse(0) + 1;
    }

    private List<String> outliers(LocalDate date) {
        return lookAt.of(date, MOST_TO_LOOK_AT).stream()
                .map(one -> "payout " + one.payoutId() + ": " + one.reason()
                        + ", and payouts.holdOutliers is true; look at it, then: qingfen payouts propose --date "
                        + date)
                .toList();
    }

    private Settings.Payouts settings() {
        return reference.settings().payouts();
    }

    private static void requirePrepared(ReleaseContent content, Optional<Release> last) {
        if (content.payouts() > 0) {
            return;
        }
        String why = last.filter(release -> release.state() == State.RELEASED)
                .map(release -> " is released already (proposal " + release.no() + " of " + release.maker()
                        + (release.checker().isEmpty() ? "" : ", approved by " + release.checker()) + ")")
                .orElse(": nothing is prepared, so nothing waits for release");
        throw new Refusal(
                Exit.REFUSED,
                content.businessDate() + why + "; look: qingfen payouts show --date " + content.businessDate());
    }

    private static Set<String> confirmed(ReleaseContent content, List<String> texts) {
        try {
            return ReleaseLimit.confirmed(content, texts);
        } catch (IllegalArgumentException wrong) {
            throw new Refusal(
                    Exit.REFUSED, wrong.getMessage() + "; look: qingfen payouts show --date " + content.businessDate());
        }
    }

    private static String detail(int no, ReleaseContent content) {
        return "proposal " + no + ", digest " + content.digest() + ", "
                + content.totals().stream().map(ReleaseTotal::toString).collect(Collectors.joining(", "));
    }
}
