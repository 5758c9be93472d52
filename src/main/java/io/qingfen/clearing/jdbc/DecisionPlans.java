package io.qingfen.clearing.jdbc;

import io.qingfen.clearing.DecidedItem;
import io.qingfen.clearing.DecisionEffect;
import io.qingfen.clearing.jdbc.DecisionPlan.Closing;
import io.qingfen.matching.MatchStatus;
import io.qingfen.matching.Outcome;
import io.qingfen.matching.PairVerdict;
import io.qingfen.pricing.Priceable;
import io.qingfen.pricing.Prices;
import io.qingfen.pricing.Prices.Price;
import io.qingfen.reference.References;
import io.qingfen.review.Proposal;
import io.qingfen.review.Resolution;
import io.qingfen.review.Resolutions;
import io.qingfen.review.Waiting;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Works out what a decision does, or refuses it. Preview, approval and the night ask here, so they cannot differ. */
@Component
class DecisionPlans {
    private final DecidedItems items;
    private final PaidAlready paid;
    private final References references;
    private final JdbcTemplate jdbc;

    DecisionPlans(DecidedItems items, PaidAlready paid, References references, JdbcTemplate jdbc) {
        this.items = items;
        this.paid = paid;
        this.references = references;
        this.jdbc = jdbc;
    }

    /**
     * @param pricedOn a closed date whose tariff prices what the date of the item had no rule for
     * @param clearedOn a date whose tariff prices what is cleared as a pair: a preview takes the last closed one
     * @throws Refusal when the decision does not fit what waits, or would pay twice
     */
    DecisionPlan of(Proposal proposal, LocalDate date, LocalDate pricedOn, LocalDate clearedOn) {
        DecidedItem decided = required(proposal.caseId());
        Set<Resolution> allowed = Resolutions.allowed(decided.kind(), decided.waiting());
        if (!allowed.contains(proposal.resolution())) {
            throw refused(
                    decided.caseId(),
                    proposal.resolution() + " does not fit " + decided.kind()
                            + (decided.item() == null ? " without money waiting" : "") + "; it may be "
                            + String.join(", ", allowed.stream().map(Enum::name).toList()));
        }
        if (proposal.resolution() == Resolution.LINK) {
            return link(decided, proposal.with().orElseThrow(), date, pricedOn, clearedOn);
        }
        if (decided.item() == null || proposal.resolution() == Resolution.WAIT) {
            return new DecisionPlan(List.of(), List.of());
        }
        String paidSide = paidSide(decided, proposal.resolution());
        if (!paidSide.isEmpty()) {
            refuseSecondPayment(decided);
        }
        Price price = price(decided, decided.priceable(proposal.resolution()), pricedOn);
        return new DecisionPlan(
                DecisionEffect.of(date, proposal.resolution(), decided, price),
                List.of(new Closing(decided, paidSide, null)));
    }

    DecidedItem required(String caseId) {
        return items.of(caseId)
                .orElseThrow(() -> new Refusal(
                        Exit.USAGE_OR_REFERENCE,
                        "There is no case " + caseId + ". List them: qingfen cases list --all"));
    }

    private static String paidSide(DecidedItem decided, Resolution resolution) {
        if (!resolution.settles() || decided.waiting() == Waiting.REVERSAL) {
            return "";
        }
        boolean pair = decided.capture() != null && decided.authorization() != null;
        return pair ? "PAIR" : decided.capture() != null ? "CAPTURE" : "AUTHORIZATION";
    }

    private void refuseSecondPayment(DecidedItem decided) {
        Optional<String> decision = paid.byDecision(decided);
        if (decision.isPresent()) {
            throw refused(
                    decided.caseId(),
                    "this sale was paid already, by the decision on case " + decision.get()
                            + "; to bring both records together: qingfen cases propose " + decided.caseId()
                            + " --resolution LINK --with " + decision.get());
        }
        paid.byClearing(decided).ifPresent(transaction -> {
            throw refused(
                    decided.caseId(),
                    "this sale was cleared already, as transaction " + transaction
                            + "; what is left to decide is DO_NOT_SETTLE");
        });
    }

    /** By the tariff of the date on which it was judged; what that date had no rule for, by a later one. */
    private Price price(DecidedItem decided, Priceable item, LocalDate pricedOn) {
        if (item == null) {
            return null;
        }
        return price(decided, item, decided.item().openedOn(), pricedOn);
    }

    private Price price(DecidedItem decided, Priceable item, LocalDate judgedOn, LocalDate pricedOn) {
        Price price = prices(judgedOn).price(item);
        if (price == null && pricedOn.isAfter(judgedOn)) {
            price = prices(pricedOn).price(item);
        }
        if (price == null) {
            throw refused(
                    decided.caseId(),
                    "no rule of fee plan " + item.merchant().feePlan() + " fits it on "
                            + judgedOn + " or " + pricedOn
                            + "; mend reference/fee-plans.yml, and propose again after the next"
                            + " night");
        }
        return price;
    }

    private Prices prices(LocalDate date) {
        return new Prices(date, references.of(date), new SalesHistory(jdbc, date)::of);
    }

    private DecisionPlan link(DecidedItem one, String with, LocalDate date, LocalDate pricedOn, LocalDate clearedOn) {
        DecidedItem other = required(with);
        Optional<DecidedItems.Paid> before = other.item() == null ? items.paidCapture(with) : Optional.empty();
        DecidedItem claim =
                before.map(DecidedItems.Paid::capture).orElse(one.waiting() == Waiting.CAPTURE ? one : other);
        DecidedItem answer = one.waiting() == Waiting.CAPTURE ? other : one;
        requireOneSale(one.caseId(), claim, answer);
        Priceable item = io.qingfen.clearing.Priceables.of(claim.capture(), answer.authorization());
        if (before.isPresent()) {
            return new DecisionPlan(
                    DecisionEffect.ofLink(date, answer, before.get().from(), price(answer, item, pricedOn)),
                    List.of(new Closing(answer, "AUTHORIZATION", with)));
        }
        refuseSecondPayment(claim);
        refuseSecondPayment(answer);
        return new DecisionPlan(
                DecisionEffect.ofPair(date, answer, price(answer, item, clearedOn, clearedOn)),
                List.of(new Closing(claim, "CAPTURE", null), new Closing(answer, "AUTHORIZATION", null)),
                true);
    }

    private static void requireOneSale(String caseId, DecidedItem claim, DecidedItem answer) {
        boolean fits = claim.item() != null
                && answer.item() != null
                && claim.waiting() == Waiting.CAPTURE
                && Resolutions.allowed(answer.kind(), answer.waiting()).contains(Resolution.LINK)
                && answer.waiting() == Waiting.AUTHORIZATION;
        if (!fits) {
            throw refused(
                    caseId,
                    "LINK takes a capture that waits alone (or was paid alone) and an authorization that"
                            + " waits alone; " + claim.caseId() + " and " + answer.caseId() + " are not that");
        }
        if (!claim.merchantId().equals(answer.merchantId())) {
            throw refused(
                    caseId,
                    "the two records are of different merchants: " + claim.merchantId() + " and "
                            + answer.merchantId());
        }
        MatchStatus verdict = PairVerdict.of(claim.capture(), answer.authorization(), Outcome.APPROVED, false);
        if (verdict != MatchStatus.MATCHED) {
            throw refused(
                    caseId,
                    "the two records do not agree (" + verdict + "): "
                            + PairDifference.of(verdict, claim.capture(), answer.authorization())
                            + "; settle one of them and not the other");
        }
    }

    private static Refusal refused(String caseId, String why) {
        return new Refusal(Exit.REFUSED, "case " + caseId + ": " + why);
    }
}
