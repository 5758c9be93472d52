package io.qingfen.clearing;

import io.qingfen.matching.MatchStatus;
import io.qingfen.pricing.GivenBack;
import io.qingfen.pricing.Prices;
import io.qingfen.reference.FeePlan;
import io.qingfen.reference.Terminal;
import io.qingfen.reference.TxnType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Judges one merchant's follow-ups: first completions, then voids, then refunds, each in the order of their captures, so
 * that a completion of today can be voided or refunded today.
 */
public final class MerchantFollowUps {
    private final LocalDate businessDate;
    private final Holds holds;
    private final Originals originals;
    private final Prices prices;
    private final Function<String, Terminal> terminals;
    private final Verdicts verdicts;

    /** @param terminals terminal by id, null when unknown */
    public MerchantFollowUps(
            LocalDate businessDate,
            Holds holds,
            Originals originals,
            Prices prices,
            Function<String, Terminal> terminals,
            Verdicts verdicts) {
        this.businessDate = businessDate;
        this.holds = holds;
        this.originals = originals;
        this.prices = prices;
        this.terminals = terminals;
        this.verdicts = verdicts;
    }

    /** Receives the outcome of each follow-up once. */
    public interface Verdicts {
        void settled(FollowUp followUp, ClearedItem item);

        void held(FollowUp followUp, MatchStatus status);

        /** A void or refund took effect on its original. Amounts in minor units, 0 or more. */
        void tookEffect(FollowUp followUp, ClearedOriginal original, String kind, long feeBack, long costBack);

        void holdUsed(Hold hold, FollowUp completion);
    }

    public void judge(List<FollowUp> followUps) {
        ToIntFunction<FollowUp> rank = one -> rank(one.capture().txnType());
        followUps.stream()
                .sorted(Comparator.comparingInt(rank)
                        .thenComparing(one -> one.capture().source()))
                .forEach(this::judge);
    }

    private static int rank(TxnType type) {
        return switch (type) {
            case PREAUTH_COMPLETION -> 0;
            case VOID, COMPLETION_VOID -> 1;
            default -> 2;
        };
    }

    private void judge(FollowUp followUp) {
        switch (followUp.capture().txnType()) {
            case PREAUTH_COMPLETION -> judgeCompletion(followUp);
            case VOID, COMPLETION_VOID -> judgeVoid(followUp);
            default -> judgeRefund(followUp);
        }
    }

    private void judgeCompletion(FollowUp completion) {
        Hold hold = holds.find(completion.originalRrn());
        if (hold == null || !hold.counts(businessDate, completion.capture().currency())) {
            verdicts.held(completion, MatchStatus.COMPLETION_WITHOUT_HOLD);
            return;
        }
        if (!hold.covers(completion.capture().amountMinor())) {
            verdicts.held(completion, MatchStatus.COMPLETION_EXCEEDS_HOLD);
            return;
        }
        Prices.Price price = prices.price(Priceables.of(completion.capture(), completion.authorization()));
        if (price == null) {
            verdicts.held(completion, MatchStatus.UNPRICED);
            return;
        }
        holds.use(hold);
        verdicts.holdUsed(hold, completion);
        ClearedItem item = item(completion, price.feeMinor(), price.rule(), price.costMinor(), null);
        originals.add(item, businessDate);
        verdicts.settled(completion, item);
    }

    private void judgeVoid(FollowUp voiding) {
        ClearedOriginal original = originals.ofVoid(voiding);
        boolean whole = original != null
                && !original.isVoided()
                && original.refundedMinor() == 0
                && original.amountMinor() == voiding.capture().amountMinor()
                && original.currency().equals(voiding.capture().currency());
        if (!whole) {
            verdicts.held(voiding, MatchStatus.VOID_WITHOUT_ORIGINAL);
            return;
        }
        original.markVoided();
        verdicts.tookEffect(voiding, original, "VOID", original.feeMinor(), original.costMinor());
        verdicts.settled(
                voiding, item(voiding, -original.feeMinor(), original.feeRule(), -original.costMinor(), original));
    }

    private void judgeRefund(FollowUp refund) {
        ClearedOriginal original = originals.ofRefund(refund);
        if (original == null
                || original.isVoided()
                || !original.currency().equals(refund.capture().currency())) {
            verdicts.held(refund, MatchStatus.REFUND_WITHOUT_ORIGINAL);
            return;
        }
        long refunded = Math.addExact(original.refundedMinor(), refund.capture().amountMinor());
        if (refunded > original.amountMinor()) {
            verdicts.held(refund, MatchStatus.REFUND_EXCEEDS_ORIGINAL);
            return;
        }
        boolean keep = prices.refundFee(refund.capture().merchant()) == FeePlan.RefundFee.KEEP;
        long feeBack = keep
                ? 0
                : GivenBack.proportional(
                        original.feeMinor(), refunded, original.amountMinor(), original.feeBackMinor());
        long costBack = keep
                ? 0
                : GivenBack.proportional(
                        original.costMinor(), refunded, original.amountMinor(), original.costBackMinor());
        original.addRefund(refund.capture().amountMinor(), feeBack, costBack);
        verdicts.tookEffect(refund, original, "REFUND", feeBack, costBack);
        verdicts.settled(refund, item(refund, -feeBack, original.feeRule(), -costBack, original));
    }

    private ClearedItem item(
            FollowUp followUp, long feeMinor, String feeRule, long costMinor, ClearedOriginal original) {
        Terminal own = followUp.capture().terminal();
        Terminal counted = original == null ? own : terminals.apply(original.terminalId());
        return new ClearedItem(
                followUp.itemId(),
                followUp.capture(),
                followUp.authorization(),
                followUp.matchedBy(),
                feeMinor,
                feeRule,
                costMinor,
                original == null ? null : original.transactionId(),
                original == null ? null : original.date(),
                counted == null ? own : counted);
    }
}
