package io.qingfen.adjustments.batch;

import io.qingfen.adjustments.AdjustedFees;
import io.qingfen.adjustments.Adjustment;
import io.qingfen.adjustments.Adjustment.Basis;
import io.qingfen.adjustments.AdjustmentLine;
import io.qingfen.adjustments.AdjustmentState;
import io.qingfen.adjustments.Adjustments;
import io.qingfen.adjustments.Differences;
import io.qingfen.adjustments.jdbc.AdjustmentRows;
import io.qingfen.repricing.Comparison;
import io.qingfen.repricing.DayComparison;
import io.qingfen.repricing.WhatIf;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.Exit;
import io.qingfen.run.FreeText;
import io.qingfen.run.Notice;
import io.qingfen.run.Notices;
import io.qingfen.run.Refusal;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Acts on adjustments: figures are reckoned first, each act is written in one transaction with its audit record. */
@Component
class AdjustingFees implements Adjustments {
    private final WhatIf whatIf;
    private final AdjustmentRows rows;
    private final Audit audit;
    private final List<Notices> news;
    private final TransactionTemplate transaction;

    AdjustingFees(
            WhatIf whatIf,
            AdjustmentRows rows,
            Audit audit,
            List<Notices> news,
            PlatformTransactionManager transactions) {
        this.whatIf = whatIf;
        this.rows = rows;
        this.audit = audit;
        this.news = news;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Proposed propose(Actor maker, Request request, Consumer<DayComparison> each) {
        String reason = FreeText.reason(request.reason());
        byte[] plan = PlanFile.read(request.feePlans());
        Basis basis = new Basis(
                request.from(),
                request.to(),
                Wording.planName(request.feePlans()),
                Adjustment.sha256(plan),
                Wording.merchants(request.merchants()));
        Differences differences = new Differences(basis.merchants());
        Comparison comparison =
                whatIf.compare(request.from(), request.to(), request.feePlans(), each.andThen(differences));
        PlanFile.requireSame(request.feePlans(), plan);
        List<AdjustmentLine> lines = differences.lines();
        Differences.requireSomething(basis, lines);
        Described proposal = transaction.execute(status -> proposed(maker, basis, plan, reason, lines));
        return new Proposed(comparison, proposal);
    }

    private Described proposed(Actor maker, Basis basis, byte[] plan, String reason, List<AdjustmentLine> lines) {
        requireClosed(basis);
        String digest = Adjustment.digest(basis, lines);
        audit.record(
                maker,
                "adjustments.propose",
                digest,
                basis.period() + ", plans " + basis.planSha256() + ", " + Wording.sums(Differences.fees(lines)) + ": "
                        + reason);
        // whoever writes an audit record holds the end of the chain: numbers and doubles are looked at one after the
        // other
        long number = rows.nextNumber();
        String id = Adjustment.idOf(number, maker.name(), reason, digest);
        rows.add(
                new Adjustment(
                        id,
                        number,
                        basis,
                        digest,
                        reason,
                        AdjustmentState.PROPOSED,
                        maker.name(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                plan,
                lines);
        rows.doubled(id).ifPresent(twice -> {
            throw Wording.adjustedBefore(twice, basis);
        });
        Notice waits = new Notice(
                Notice.Kind.WAITING_FOR_APPROVAL,
                "nightly-settlement",
                basis.to(),
                "adjustment " + id + " of " + maker + "; another person looks: qingfen adjustments show " + id
                        + " and decides: qingfen adjustments approve " + id);
        news.forEach(one -> one.tell(waits));
        return described(id);
    }

    /** A re-run of the last date waits for this transaction, and then finds the adjustment in its way. */
    private void requireClosed(Basis basis) {
        if (!rows.lockClosed(basis.to())) {
            throw new Refusal(
                    Exit.REFUSED,
                    basis.to() + " is being run again at this moment; propose when it is closed: qingfen status --date "
                            + basis.to());
        }
    }

    @Override
    public Described approve(Actor checker, String id) {
        Adjustment adjustment = proposal(id, checker, "approve");
        Basis basis = adjustment.basis();
        Differences differences = new Differences(basis.merchants());
        PlanFile.with(rows.plan(id), plans -> whatIf.compare(basis.from(), basis.to(), plans, differences));
        String digest = Adjustment.digest(basis, differences.lines());
        if (!digest.equals(adjustment.digest())) {
            throw new Refusal(
                    Exit.REFUSED,
                    "adjustment " + id + ": its figures are others now than when " + adjustment.maker()
                            + " proposed it on " + basis.period()
                            + "; nothing is approved. Reject it and propose again:"
                            + " qingfen adjustments reject " + id + " --reason TEXT");
        }
        return transaction.execute(status -> approved(checker, adjustment));
    }

    private Described approved(Actor checker, Adjustment adjustment) {
        requireClosed(adjustment.basis());
        if (!rows.approve(adjustment.id(), checker.name())) {
            throw Wording.notProposed(current(adjustment.id()), "approve");
        }
        Described described = described(adjustment.id());
        audit.record(
                checker,
                "adjustments.approve",
                adjustment.id(),
                "proposed by " + adjustment.maker() + ", " + Wording.sums(described.fees()) + ", digest "
                        + adjustment.digest());
        return described;
    }

    @Override
    public Described reject(Actor checker, String id, String reason) {
        String why = FreeText.reason(reason);
        proposal(id, checker, "reject");
        return ended(checker, id, AdjustmentState.PROPOSED, AdjustmentState.REJECTED, why);
    }

    /** PROPOSED, and the actor is not its maker. */
    private Adjustment proposal(String id, Actor checker, String act) {
        Adjustment adjustment = current(id);
        if (adjustment.state() != AdjustmentState.PROPOSED) {
            throw Wording.notProposed(adjustment, act);
        }
        if (isMaker(checker, adjustment)) {
            throw new Refusal(
                    Exit.REFUSED,
                    "adjustment " + id + ": " + checker + " proposed it, so another person has to " + act
                            + " it; the maker takes it back with qingfen adjustments withdraw " + id
                            + " --reason TEXT");
        }
        return adjustment;
    }

    private static boolean isMaker(Actor actor, Adjustment adjustment) {
        return actor.isSamePersonAs(new Actor(adjustment.maker()));
    }

    @Override
    public Described withdraw(Actor actor, String id, String reason) {
        String why = FreeText.reason(reason);
        Adjustment adjustment = current(id);
        if (!adjustment.state().mayBecome(AdjustmentState.WITHDRAWN)) {
            throw Wording.over(adjustment);
        }
        if (adjustment.state() == AdjustmentState.PROPOSED && !isMaker(actor, adjustment)) {
            throw new Refusal(
                    Exit.REFUSED,
                    "adjustment " + id + ": only its maker " + adjustment.maker()
                            + " takes it back; others reject it: qingfen adjustments reject " + id
                            + " --reason TEXT");
        }
        return ended(actor, id, adjustment.state(), AdjustmentState.WITHDRAWN, why);
    }

    private Described ended(Actor actor, String id, AdjustmentState from, AdjustmentState to, String why) {
        return transaction.execute(status -> {
            if (!rows.end(id, from, to, actor.name(), why)) {
                throw Wording.over(current(id));
            }
            String act = to == AdjustmentState.REJECTED ? "adjustments.reject" : "adjustments.withdraw";
            audit.record(actor, act, id, why);
            return described(id);
        });
    }

    @Override
    public List<Described> list(boolean withThoseThatAreOver) {
        return rows.all().stream()
                .filter(one -> withThoseThatAreOver || one.state().isOpen())
                .map(one -> new Described(one, rows.fees(one.id())))
                .toList();
    }

    @Override
    public Shown show(String id) {
        Described described = described(current(id).id());
        return new Shown(described, rows.lines(id));
    }

    private Described described(String id) {
        List<AdjustedFees> fees = rows.fees(id);
        return new Described(current(id), fees);
    }

    private Adjustment current(String id) {
        return rows.find(id).orElseThrow(() -> Wording.unknown(id));
    }
}
