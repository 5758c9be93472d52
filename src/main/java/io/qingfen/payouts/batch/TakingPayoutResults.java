package io.qingfen.payouts.batch;

import io.qingfen.payouts.PayoutResult;
import io.qingfen.payouts.PayoutResults;
import io.qingfen.payouts.PayoutState;
import io.qingfen.payouts.PayoutStory;
import io.qingfen.payouts.ResultVerdict;
import io.qingfen.payouts.jdbc.PayoutStates;
import io.qingfen.payouts.jdbc.PayoutStates.Cause;
import io.qingfen.payouts.jdbc.ResultFiles;
import io.qingfen.payouts.jdbc.ResultFiles.Known;
import io.qingfen.review.Case;
import io.qingfen.review.CaseKind;
import io.qingfen.review.Cases;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.BooksMark;
import io.qingfen.run.Exit;
import io.qingfen.run.FaultPoint;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunLease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Job payout-results. Works under the lease of the night, so that no payout changes while a night settles; each file is
 * one transaction, and is archived after it. Cut off anywhere, the next start does the rest.
 */
@Component
class TakingPayoutResults implements PayoutResults {
    private static final int LONGEST_SUBJECT = 200;
    private final ResultFiles taken;
    private final PayoutStates states;
    private final Cases cases;
    private final Audit audit;
    private final RunLease lease;
    private final BooksMark mark;
    private final ResultInbox inbox;
    private final LookingAtResults looking;
    private final TransactionTemplate transaction;

    TakingPayoutResults(
            ResultFiles taken,
            PayoutStates states,
            Cases cases,
            Audit audit,
            RunLease lease,
            BooksMark mark,
            Home home,
            PlatformTransactionManager transactions) {
        this.taken = taken;
        this.states = states;
        this.cases = cases;
        this.audit = audit;
        this.lease = lease;
        this.mark = mark;
        this.inbox = new ResultInbox(home);
        this.looking = new LookingAtResults(taken, states);
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Taken take(Actor who) {
        LocalDate next = nextDate();
        try (RunLease.Held held = lease.acquire(next.minusDays(1))) {
            mark.require();
            Taken outcome = new Taken(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (ResultInbox.Arrived arrived : inbox.arrived()) {
                take(arrived, next, who, held.token(), outcome);
            }
            return outcome;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public List<Waiting> look() {
        nextDate();
        try {
            return inbox.waiting().stream().map(looking::at).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private LocalDate nextDate() {
        return taken.nextDate()
                .orElseThrow(() -> new Refusal(
                        Exit.REFUSED, "the books are empty: no payout was ever made; first: qingfen run --date D"));
    }

    private void take(ResultInbox.Arrived arrived, LocalDate next, Actor who, long token, Taken outcome)
            throws IOException {
        if (!arrived.problem().isEmpty()) {
            refuse(arrived, List.of(arrived.problem()), outcome);
            return;
        }
        Optional<Known> same = taken.bySha256(arrived.sha256());
        if (same.isPresent() && same.get().archived()) {
            putAside(arrived, same.get(), outcome);
            return;
        }
        if (same.isEmpty() && !takeNew(arrived, next, who, token, outcome)) {
            return;
        }
        FaultPoint.reach("results:committed");
        // Books and proof know the file by the name under which its results were taken.
        inbox.archive(arrived, same.map(Known::name).orElse(arrived.name()));
        FaultPoint.reach("results:archived");
        taken.archived(arrived.sha256());
    }

    private void putAside(ResultInbox.Arrived arrived, Known same, Taken outcome) throws IOException {
        String why = LookingAtResults.sameAs(arrived, same);
        inbox.quarantine(arrived, List.of(why));
        outcome.duplicates().add(why);
    }

    /** @return false when the file is refused */
    private boolean takeNew(ResultInbox.Arrived arrived, LocalDate next, Actor who, long token, Taken outcome)
            throws IOException {
        ResultFile file = ResultFile.read(arrived.name(), arrived.bytes());
        List<String> problems = looking.problems(arrived, file);
        if (!problems.isEmpty()) {
            refuse(arrived, problems, outcome);
            return false;
        }
        outcome.files().add(transaction.execute(status -> apply(arrived, file, next, who, token)));
        return true;
    }

    private void refuse(ResultInbox.Arrived arrived, List<String> problems, Taken outcome) throws IOException {
        inbox.quarantine(arrived, problems);
        outcome.refused().addAll(problems);
    }

    private File apply(ResultInbox.Arrived arrived, ResultFile file, LocalDate next, Actor who, long token) {
        lease.require(token);
        List<Case> opened = new ArrayList<>();
        int changed = 0;
        for (PayoutResult result : file.results()) {
            Optional<PayoutStory> payout = states.story(result.payoutId());
            ResultVerdict verdict = ResultVerdict.of(result, payout);
            payout.ifPresent(known -> move(known, verdict, result, who));
            changed += verdict.path().isEmpty() ? 0 : 1;
            verdict.kind().ifPresent(kind -> opened.add(caseOf(kind, verdict, result, payout, next)));
        }
        cases.open(opened);
        keep(arrived, file.results().size(), changed, opened.size(), who);
        lease.require(token);
        FaultPoint.reach("results:before-commit");
        List<String> texts =
                opened.stream().map(one -> one.kind() + " " + one.subject()).toList();
        return new File(arrived.name(), file.results().size(), changed, texts);
    }

    private void keep(ResultInbox.Arrived arrived, int results, int changed, int opened, Actor who) {
        taken.add(arrived.name(), arrived.sha256(), arrived.bytes().length, results, changed, opened);
        audit.record(
                who,
                "payouts.results",
                arrived.name(),
                "SHA-256 " + arrived.sha256() + ", " + results + " results, " + changed + " changed, " + opened
                        + " cases");
    }

    private void move(PayoutStory known, ResultVerdict verdict, PayoutResult result, Actor who) {
        PayoutState from = known.state();
        for (PayoutState to : verdict.path()) {
            boolean implied = to == PayoutState.SENT && verdict.path().size() > 1;
            String reason = implied ? "the bank reports on it" : result.reason();
            if (!states.move(known.payoutId(), from, to, new Cause(who, result.source(), reason, result.bookedOn()))) {
                throw new Refusal(
                        Exit.TRANSIENT,
                        known.payoutId()
                                + " was changed by somebody at this moment; again: qingfen run payout-results");
            }
            from = to;
        }
    }

    /** Money waits only where nobody knows what became of it; what came back is owed to the merchant again. */
    private static Case caseOf(
            CaseKind kind, ResultVerdict verdict, PayoutResult result, Optional<PayoutStory> payout, LocalDate next) {
        String text = verdict.why();
        int room = LONGEST_SUBJECT - result.source().length() - 3;
        String subject = (text.length() <= room ? text : text.substring(0, room)) + " (" + result.source() + ")";
        String merchant = payout.map(PayoutStory::merchantId).orElse("");
        String currency = payout.map(known -> known.currency().code()).orElse("");
        long exposure = kind.atStake() ? payout.map(PayoutStory::amountMinor).orElse(0L) : 0;
        return new Case(next, kind, subject, merchant, "", "", "", "", null, null, currency, "", exposure, 0, 0, 0, 0);
    }
}
