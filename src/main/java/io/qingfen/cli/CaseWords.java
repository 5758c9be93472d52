package io.qingfen.cli;

import io.qingfen.review.CaseKind;

/** Each kind of case in words that a bookkeeper understands: what happened, and what becomes of the money. */
final class CaseWords {
    private CaseWords() {}

    static String of(CaseKind kind) {
        return switch (kind) {
            case DUPLICATE_CAPTURE -> "slip delivered twice; only the first was paid";
            case DUPLICATE_AUTHORIZATION -> "authorization delivered twice; only the first counts";
            case REVERSED_CAPTURE -> "slip of a sale that the host had taken back; not paid";
            case DECLINED_CAPTURE -> "slip of a sale that was declined; not paid";
            case UNKNOWN_OUTCOME -> "nobody knows whether the card was charged; held until it is known";
            case TYPE_MISMATCH -> "slip and authorization disagree on what it was; held";
            case CURRENCY_MISMATCH -> "slip and authorization disagree on the currency; held";
            case CARD_MISMATCH -> "slip and authorization name different cards; held";
            case AMOUNT_MISMATCH -> "slip and authorization disagree on the amount; held";
            case COMPLETION_WITHOUT_HOLD -> "completion without an open pre-authorization; held";
            case COMPLETION_EXCEEDS_HOLD -> "completion above 115 % of its pre-authorization; held";
            case VOID_WITHOUT_ORIGINAL -> "void without the sale it undoes; held";
            case REFUND_WITHOUT_ORIGINAL -> "refund without the sale it gives back; held";
            case REFUND_EXCEEDS_ORIGINAL -> "refunds exceed their sale; held";
            case UNPRICED -> "no fee rule fits; held until the plan is mended";
            case AMBIGUOUS -> "several authorizations fit the slip; held, nobody guessed";
            case ORPHAN_CAPTURE -> "slip without authorization; waits for it, not paid";
            case ORPHAN_AUTHORIZATION -> "approved sale without slip; waits for the terminal's batch";
            case DEFECTIVE_APPROVAL -> "approved with a defect by the issuer; paid, to be checked";
            case REVERSAL_AFTER_CLEARING -> "sale taken back by the host after it was paid";
            case REVERSAL_WITHOUT_ORIGINAL -> "the host took back a sale that was never seen";
            case DUPLICATE_BATCH -> "terminal delivered a whole batch again; not used twice";
            case BATCH_OUT_OF_BALANCE -> "terminal's own totals differ from its slips";
            case BATCH_REJECTED -> "batch header unreadable, its slips were rejected";
            case BATCH_NOT_CLOSED -> "sales, but no batch from the terminal for three dates";
            case BATCH_NUMBER_GAP -> "a batch number was skipped, a batch may be missing";
            case FAILING_TERMINAL -> "terminal fails again and again for one reason";
            case FAILING_MERCHANT -> "merchant with unusually many failed payments";
            case UNMAPPED_RESPONSE_CODE -> "response code that the table lacks";
            case DEPOSIT_HISTORY_MISSING -> "deposit whose history was not seen; money stays held";
            case DEPOSIT_VOLUME_REVERSED -> "deposit given back, turnover fell below the stage later";
            case PAYOUT_RESULT_UNKNOWN_ID -> "the bank reports a payout that was never made";
            case PAYOUT_RESULT_MISMATCH -> "the bank's report does not fit its payout; nothing was changed";
            case PAYOUT_OUTCOME_UNKNOWN -> "nobody knows whether the bank paid; never sent again by itself";
            case PAYOUT_REJECTED -> "the bank refused the payout; owed to the merchant again";
            case RISK_RULE -> "above the limit of a risk rule; a person looks before money leaves";
            case SHORT -> "cleared here, in no file of the scheme: not paid or taken yet";
            case LONG -> "the scheme pays or takes what failed here, or does so twice";
            case UNKNOWN_TO_US -> "the scheme pays or takes something that the books have nothing of";
            case AMOUNT_DIFFERS -> "the scheme pays another amount than was cleared";
            case STATUS_DIFFERS -> "in force on one side, taken back on the other";
            case COST_DIFFERS -> "the scheme keeps another cost than was reckoned";
            case FUNDS_DIFFER -> "the scheme moved other money than its own records speak of";
            case BRAND_FEES_DIFFER -> "the scheme tells of brand fees that belong to none of its records";
            case DISPUTE -> "a cardholder or issuer disputes a transaction; answer it in time";
            case PAYOUT_RETURNED -> "the payout came back from the merchant's bank; owed again";
        };
    }
}
