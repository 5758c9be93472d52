package io.qingfen.clearing.jdbc;

import io.qingfen.clearing.DecidedItem;
import io.qingfen.clearing.RecordFields;
import io.qingfen.review.CaseEffects;
import io.qingfen.review.Effect;
import io.qingfen.review.Proposal;
import io.qingfen.review.Situation;
import io.qingfen.review.Suggestion;
import io.qingfen.run.BusinessDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What waits behind cases, and what decisions would do. */
@Component
class StoredCaseEffects implements CaseEffects {
    private final DecisionPlans plans;
    private final SchemeMoney schemes;
    private final BusinessDays days;

    StoredCaseEffects(DecisionPlans plans, SchemeMoney schemes, BusinessDays days) {
        this.plans = plans;
        this.schemes = schemes;
        this.days = days;
    }

    @Override
    public Situation of(String caseId) {
        DecidedItem decided = plans.required(caseId);
        return decided.item() == null ? nothingWaits(caseId, decided) : waits(decided);
    }

    private Situation nothingWaits(String caseId, DecidedItem decided) {
        Suggestion suggestion = decided.kind().isOfScheme()
                ? Suggestion.ofScheme(decided.kind(), schemes.of(caseId))
                : Suggestion.of(decided.kind(), decided.waiting(), false, null, null);
        return new Situation(decided.waiting(), false, Optional.empty(), suggestion, List.of());
    }

    private Situation waits(DecidedItem decided) {
        LocalDate until = decided.item().joinsUntil();
        LocalDate next = days.latestClosed().map(date -> date.plusDays(1)).orElse(until);
        boolean joins = !until.isBefore(next);
        Long captured = decided.capture() == null ? null : decided.capture().amountMinor();
        Long authorized =
                decided.authorization() == null ? null : decided.authorization().amountMinor();
        return new Situation(
                decided.waiting(),
                joins,
                Optional.of(until),
                Suggestion.of(decided.kind(), decided.waiting(), joins, captured, authorized),
                RecordFields.of(decided.capture(), decided.authorization()));
    }

    @Override
    public Effect effect(Proposal proposal, LocalDate date, LocalDate pricedOn) {
        return plans.of(proposal, date, pricedOn, pricedOn).effect(proposal);
    }
}
