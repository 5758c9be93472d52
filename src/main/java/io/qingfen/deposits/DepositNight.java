package io.qingfen.deposits;

import io.qingfen.deposits.DepositEvent.Kind;
import io.qingfen.money.Amounts;
import io.qingfen.reference.DepositOpening;
import io.qingfen.reference.DepositPolicy.Collect;
import io.qingfen.reference.DepositPolicy.OnExpiry;
import io.qingfen.reference.DepositPolicy.Stage;
import io.qingfen.review.Case;
import io.qingfen.review.CaseKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One night of one deposit, docs/SPEC-deposits.md: count, withhold, refund, give back what a returned terminal holds,
 * expire. Makes the same of the same; nothing is given back twice because every refund is due less what was refunded.
 */
public final class DepositNight {
    private final Night night;
    private final List<DepositEvent> events = new ArrayList<>();
    private final List<Case> cases = new ArrayList<>();
    private Deposit deposit;

    private DepositNight(Deposit deposit, Night night) {
        this.deposit = deposit;
        this.night = night;
    }

    /** The night of a deposit that the books know. */
    public static DepositDay of(Deposit deposit, Night night) {
        return new DepositNight(deposit, night).pass();
    }

    /** The first night of a deposit: books what is known to be held, or the sale, and goes on as every night. */
    public static DepositDay first(DepositTerms terms, Optional<DepositOpening> opening, Night night) {
        Deposit begun = opening.map(told -> Deposit.takenOver(terms, told, night.date()))
                .orElseGet(() -> Deposit.unknownBefore(terms, night.date(), night.booksFrom()));
        DepositNight first = new DepositNight(begun, night);
        first.book(opening);
        return first.pass();
    }

    private void book(Optional<DepositOpening> opening) {
        DepositTerms terms = deposit.terms();
        if (opening.isPresent()) {
            add(Kind.OPENING, deposit.heldMinor(), "held as of " + opening.get().asOf());
        } else if (terms.isSale()) {
            add(Kind.SOLD, terms.amountMinor(), "sold, activated " + terms.activatedOn());
        } else if (terms.policy().collect() == Collect.PREPAID) {
            add(Kind.PREPAID, terms.amountMinor(), "prepaid, activated " + terms.activatedOn());
        }
    }

    private DepositDay pass() {
        if (deposit.state() != DepositState.SOLD) {
            if (deposit.terms().merchantId().equals(night.terminal().merchant().id())) {
                settle();
            } else {
                askAboutHistory();
            }
        }
        return new DepositDay(night.date(), deposit, List.copyOf(events), List.copyOf(cases));
    }

    private void settle() {
        count();
        withhold();
        refund();
        giveBack();
        expire();
    }

    private void count() {
        long before = deposit.progress().countedMinor();
        deposit = deposit.with(deposit.progress().count(deposit.terms(), night.date(), night.volumes()));
        if (fellBelowRefundedStage(before, deposit.progress().countedMinor())) {
            cases.add(caseOf(CaseKind.DEPOSIT_VOLUME_REVERSED, 0));
        }
    }

    /** Stages are passed in order of their thresholds, so a stage was refunded when more than the lower ones was. */
    private boolean fellBelowRefundedStage(long before, long after) {
        DepositTerms terms = deposit.terms();
        return terms.policy().monthly().isEmpty()
                && terms.policy().stages().stream()
                        .mapToLong(Stage::thresholdMinor)
                        .filter(threshold -> before >= threshold && after < threshold)
                        .anyMatch(threshold -> deposit.balance().refundedMinor() > terms.earnedBy(threshold - 1));
    }

    private void withhold() {
        long missing = night.isReturned() ? 0 : deposit.toWithholdMinor(night.date());
        long taken = Math.max(0, Math.min(missing, night.availableMinor()));
        add(Kind.WITHHELD, taken, "withheld, " + amount(missing - taken) + " still to collect");
    }

    private void refund() {
        Progress progress = deposit.progress();
        String reason = deposit.terms().policy().monthly().isPresent()
                ? progress.monthsMet() + " months reached"
                : "counted volume " + amount(progress.countedMinor());
        add(Kind.REFUNDED, deposit.refundDueMinor(), reason + ", earned " + amount(progress.earnedMinor()));
    }

    private void giveBack() {
        boolean refundable = deposit.terms()
                .policy()
                .onReturn()
                .map(onReturn -> onReturn.refund())
                .orElse(true);
        if (!night.isReturned() || !refundable) {
            return;
        }
        if (night.isReturnedBeforeBooks() && !deposit.historyComplete()) {
            askAboutHistory();
        } else {
            add(
                    Kind.RETURNED,
                    deposit.heldMinor(),
                    "returned " + night.terminal().returnedOn());
        }
    }

    private void expire() {
        OnExpiry onExpiry = deposit.terms().policy().onExpiry();
        if (!deposit.terms().windowEndedBefore(night.date()) || onExpiry == OnExpiry.KEEP) {
            return;
        }
        if (deposit.historyComplete()) {
            add(
                    Kind.of(onExpiry),
                    deposit.heldMinor(),
                    "window ended " + deposit.terms().windowEndsOn());
        } else {
            askAboutHistory();
        }
    }

    private void askAboutHistory() {
        if (deposit.heldMinor() > 0 && deposit.caseOpenedOn() == null) {
            cases.add(caseOf(CaseKind.DEPOSIT_HISTORY_MISSING, deposit.heldMinor()));
            deposit = deposit.withCase(night.date());
        }
    }

    private void add(Kind kind, long minor, String reason) {
        if (minor != 0) {
            DepositEvent event = new DepositEvent(kind, minor, reason);
            events.add(event);
            deposit = deposit.after(event, night.date());
        }
    }

    private Case caseOf(CaseKind kind, long exposureMinor) {
        DepositTerms terms = deposit.terms();
        return new Case(
                night.date(),
                kind,
                terms.terminalId(),
                terms.merchantId(),
                terms.terminalId(),
                "",
                "",
                "",
                null,
                null,
                exposureMinor == 0 ? "" : terms.currency().code(),
                "",
                exposureMinor,
                0,
                0,
                0,
                0);
    }

    private String amount(long minor) {
        return Amounts.format(minor, deposit.terms().currency());
    }
}
