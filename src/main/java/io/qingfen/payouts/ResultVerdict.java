package io.qingfen.payouts;

import io.qingfen.money.Amounts;
import io.qingfen.review.CaseKind;
import io.qingfen.run.Masked;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a result does to its payout: the states it goes through, and the case that a person must see. A result that does
 * not fit changes nothing.
 *
 * @param path states in order; empty when nothing changes
 * @param kind empty when nobody needs to look
 * @param why in words, for the case
 */
public record ResultVerdict(List<PayoutState> path, Optional<CaseKind> kind, String why) {
    private static final ResultVerdict NOTHING = new ResultVerdict(List.of(), Optional.empty(), "");

    /** @param payout empty when there is none of the id */
    public static ResultVerdict of(PayoutResult result, Optional<PayoutStory> payout) {
        if (result.payoutId().isEmpty()) {
            return mismatch("the bank reports " + result.word() + " for a whole file (" + result.reason()
                    + "); results are taken payout by payout");
        }
        if (payout.isEmpty()) {
            String why = "the bank reports " + result.word() + " for payout " + shown(result.payoutId())
                    + ", which was never made";
            return new ResultVerdict(List.of(), Optional.of(CaseKind.PAYOUT_RESULT_UNKNOWN_ID), why);
        }
        return of(result, payout.get());
    }

    private static ResultVerdict of(PayoutResult result, PayoutStory known) {
        if (!isOf(result, known)) {
            return mismatch(known.payoutId() + ": the bank reports " + result.word() + " for " + result.statedAmount()
                    + " " + result.statedCurrency() + ", the payout is " + amount(known));
        }
        return switch (result.status()) {
            case ACCEPTED -> accepted(result, known);
            case PAID -> ends(result, known, PayoutState.PAID, Optional.empty());
            case REJECTED -> ends(result, known, PayoutState.REJECTED, Optional.of(CaseKind.PAYOUT_REJECTED));
            case RETURNED -> ends(result, known, PayoutState.RETURNED, Optional.of(CaseKind.PAYOUT_RETURNED));
            case UNKNOWN -> ends(result, known, PayoutState.UNKNOWN, Optional.of(CaseKind.PAYOUT_OUTCOME_UNKNOWN));
            case OTHER ->
                mismatch(known.payoutId() + ": the bank reports " + result.word() + ", which is not known here");
        };
    }

    /**
     * The bank works on it: proof that it has what was released, and no news of what is paid or unknown. The money of a
     * rejected or returned payout leaves again under another id, so somebody must ask the bank.
     */
    private static ResultVerdict accepted(PayoutResult result, PayoutStory known) {
        return switch (known.state()) {
            case RELEASED -> new ResultVerdict(List.of(PayoutState.SENT), Optional.empty(), "");
            case PREPARED, WITHDRAWN -> neverLeft(result, known);
            case REJECTED, RETURNED -> already(result, known);
            default -> NOTHING;
        };
    }

    private static ResultVerdict ends(
            PayoutResult result, PayoutStory known, PayoutState end, Optional<CaseKind> kind) {
        String why = known.payoutId() + ": " + amount(known) + " " + end
                + (result.reason().isEmpty() ? "" : ", " + result.reason());
        if (known.state().mayBecome(end)) {
            return new ResultVerdict(List.of(end), kind, why);
        }
        if (known.state() == PayoutState.RELEASED && PayoutState.SENT.mayBecome(end)) {
            return new ResultVerdict(List.of(PayoutState.SENT, end), kind, why);
        }
        return known.state() == PayoutState.PREPARED || known.state() == PayoutState.WITHDRAWN
                ? neverLeft(result, known)
                : already(result, known);
    }

    private static ResultVerdict already(PayoutResult result, PayoutStory known) {
        return mismatch(
                known.payoutId() + ": the bank reports " + result.word() + ", but it is " + known.state() + " already");
    }

    private static ResultVerdict neverLeft(PayoutResult result, PayoutStory known) {
        return mismatch(known.payoutId() + ": the bank reports " + result.word() + ", but it is " + known.state()
                + " and was never released");
    }

    private static ResultVerdict mismatch(String why) {
        return new ResultVerdict(List.of(), Optional.of(CaseKind.PAYOUT_RESULT_MISMATCH), why);
    }

    /** Something else than an id of ours could be anybody's account number. */
    private static String shown(String payoutId) {
        return payoutId.matches("P[0-9]{8}-[0-9A-Za-z]{1,15}(-[A-Z]{3})?") ? payoutId : Masked.numbersIn(payoutId);
    }

    private static boolean isOf(PayoutResult result, PayoutStory known) {
        if (result.statedAmount().isEmpty()) {
            return true;
        }
        BigDecimal own = new BigDecimal(Amounts.format(known.amountMinor(), known.currency()));
        return result.statedCurrency().equals(known.currency().code())
                && new BigDecimal(result.statedAmount()).compareTo(own) == 0;
    }

    private static String amount(PayoutStory known) {
        return Amounts.format(known.amountMinor(), known.currency()) + " "
                + known.currency().code();
    }
}
