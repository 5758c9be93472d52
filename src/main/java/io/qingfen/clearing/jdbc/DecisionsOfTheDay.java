package io.qingfen.clearing.jdbc;

import io.qingfen.clearing.DecidedItem;
import io.qingfen.clearing.Digits;
import io.qingfen.clearing.Totals;
import io.qingfen.clearing.jdbc.DecisionPlan.Closing;
import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.ledger.Move;
import io.qingfen.ledger.Moves;
import io.qingfen.matching.OpenItem;
import io.qingfen.reference.TxnType;
import io.qingfen.review.Resolution;
import io.qingfen.review.TakenDecisions;
import io.qingfen.review.TakenDecisions.Decision;
import io.qingfen.review.Waiting;
import io.qingfen.run.DayWork;
import io.qingfen.run.Refusal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Books approved decisions when a date opens: their money moves, what waited leaves before matching begins. So a decision
 * that is taken over wins against a counterpart that comes with the same date.
 */
@Component
class DecisionsOfTheDay implements DayWork {
    private final TakenDecisions decisions;
    private final DecisionPlans plans;
    private final Moves moves;
    private final JdbcTemplate jdbc;

    DecisionsOfTheDay(TakenDecisions decisions, DecisionPlans plans, Moves moves, JdbcTemplate jdbc) {
        this.decisions = decisions;
        this.plans = plans;
        this.moves = moves;
        this.jdbc = jdbc;
    }

    @Override
    public void takeOver(LocalDate businessDate) {
        Totals.Night night = new Totals.Night();
        for (Decision decision : decisions.take(businessDate)) {
            takeOver(decision, businessDate, night);
        }
        decisions.endWaits(businessDate);
        night.forEach((measure, total) -> jdbc.update(
                "insert into night_total (business_date, step, partition_name, measure, currency, item_count,"
                        + " amount_minor) values (?, 'openBusinessDate', 'decisions', ?, ?, ?, ?)",
                Date.valueOf(businessDate),
                measure.name(),
                measure.currency(),
                total.count(),
                total.amountMinor()));
    }

    /** One after the other, so that the second of two that would pay the same sale is refused. */
    private void takeOver(Decision decision, LocalDate date, Totals.Night night) {
        try {
            apply(decision, plans.of(decision.proposal(), date, decision.pricedOn(), date), date, night);
        } catch (Refusal overtaken) {
            decisions.voided(decision, date, String.join("; ", overtaken.problems()));
        }
    }

    private void apply(Decision decision, DecisionPlan plan, LocalDate date, Totals.Night night) {
        if (!plan.basis(decision.proposal()).equals(decision.basis())) {
            decisions.voided(decision, date, "what waits is no longer what was approved");
        } else if (decision.proposal().resolution() == Resolution.WAIT) {
            prolong(decision.proposal().caseId(), decision.proposal().until().orElseThrow(), date);
            decisions.waiting(decision, date);
        } else if (plan.byClearing()) {
            link(plan.closings().get(0).item(), plan.closings().get(1).item(), date);
            decisions.applied(decision, date);
        } else {
            moves.add(plan.moves());
            plan.closings().forEach(closing -> close(closing, decision, plan.moves(), date, night));
            decisions.applied(decision, date);
        }
    }

    /**
     * A reversal has joined already; the others go on looking for their counterpart. Until when they would have joined is
     * kept: a date that is run again begins with it, and earlier dates are proved with it.
     */
    private void prolong(String caseId, LocalDate until, LocalDate date) {
        String waits = " where case_id = ? and removed_on is null and kind <> 'REVERSAL' and joins_until < ?";
        jdbc.update(
                "insert into prolonged_item (business_date, item_id, opened_on, joins_until_before)"
                        + " select cast(? as date), item_id, opened_on, joins_until from open_item" + waits,
                Date.valueOf(date),
                caseId,
                Date.valueOf(until));
        jdbc.update("update open_item set joins_until = ?" + waits, Date.valueOf(until), caseId, Date.valueOf(until));
    }

    /** Both join on this date, however long they have waited, and are cleared there as a pair. */
    private void link(DecidedItem claim, DecidedItem answer, LocalDate date) {
        prolong(claim.caseId(), date, date);
        prolong(answer.caseId(), date, date);
        new LinkedPairs(jdbc, date).add(claim, answer);
    }

    private void close(Closing closing, Decision decision, List<Move> made, LocalDate date, Totals.Night night) {
        OpenItem item = closing.item().item();
        jdbc.update(
                "update open_item set removed_on = ? where item_id = ? and opened_on = ? and removed_on is null",
                Date.valueOf(date),
                item.itemId(),
                Date.valueOf(item.openedOn()));
        boolean joined = count(closing.item(), date, night);
        write(closing, decision, made, date, joined);
        if (!closing.paidSide().isEmpty() && closing.item().type() == TxnType.PREAUTH_COMPLETION) {
            useHold(item, date);
        }
        if (closing.paidCase() != null) {
            jdbc.update(
                    "update decided_item set linked_case_id = ? where case_id = ?",
                    closing.item().caseId(),
                    closing.paidCase());
        }
    }

    /** What still joined would have been carried in; the chain counts it as decided instead. */
    private static boolean count(DecidedItem decided, LocalDate date, Totals.Night night) {
        boolean joined = decided.waiting() != Waiting.REVERSAL
                && !decided.item().joinsUntil().isBefore(date);
        if (joined && decided.capture() != null) {
            night.captures("DECIDED", decided.capture());
        }
        if (joined && decided.authorization() != null) {
            night.authorizations("DECIDED", decided.authorization());
        }
        return joined;
    }

    private void write(Closing closing, Decision decision, List<Move> made, LocalDate date, boolean joined) {
        DecidedItem decided = closing.item();
        Capture capture = decided.capture();
        Authorization authorization = decided.authorization();
        String own = "CASE|" + decided.caseId() + "|";
        List<Move> adjustments = made.stream()
                .filter(move -> move.key().startsWith(own) && move.line().equals("ADJUSTMENTS"))
                .toList();
        String claimed = capture == null ? "" : capture.currency().code();
        String answered =
                authorization == null ? claimed : authorization.currency().code();
        jdbc.update(
                "insert into decided_item (case_id, business_date, resolution, item_id, item_opened_on, merchant_id,"
                        + " terminal_id, txn_type, rrn, batch_no, trace_no, joined, captured_minor, currency,"
                        + " authorized_minor, authorized_currency, suspense_minor, withheld_minor, settled_minor,"
                        + " settled_currency, paid_side)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                decided.caseId(),
                Date.valueOf(date),
                decision.proposal().resolution().name(),
                decided.item().itemId(),
                Date.valueOf(decided.item().openedOn()),
                decided.merchantId(),
                PaidAlready.terminal(decided),
                decided.type().name(),
                PaidAlready.rrn(decided),
                PaidAlready.batch(decided),
                PaidAlready.trace(decided),
                joined,
                capture == null ? null : capture.amountMinor(),
                capture == null ? answered : claimed,
                authorization == null ? null : authorization.amountMinor(),
                answered,
                decided.item().suspenseMinor(),
                decided.item().withheldMinor(),
                adjustments.stream().mapToLong(Move::signedMinor).reduce(0, Math::addExact),
                adjustments.isEmpty() ? answered : adjustments.get(0).currency().code(),
                closing.paidSide());
    }

    /** A hold is used once, also by a completion that a person settled. */
    private void useHold(OpenItem item, LocalDate date) {
        long rrn = item.capture() != null && item.capture().originalRrn() >= 0
                ? item.capture().originalRrn()
                : item.authorization() == null ? -1 : item.authorization().originalRrn();
        String merchant = (item.capture() != null
                        ? item.capture().merchant()
                        : item.authorization().merchant())
                .id();
        jdbc.update(
                "update preauth_hold set closed_on = ?, closed_by = 'DECISION' where merchant_id = ? and rrn = ?"
                        + " and closed_on is null",
                Date.valueOf(date),
                merchant,
                Digits.rrn(rrn));
    }
}
