package io.qingfen.review;

/** What a person must decide. {@code atStake} kinds keep money waiting; the others close themselves when aged. */
public enum CaseKind {
    DUPLICATE_CAPTURE(true),
    DUPLICATE_AUTHORIZATION(true),
    REVERSED_CAPTURE(true),
    DECLINED_CAPTURE(true),
    UNKNOWN_OUTCOME(true),
    TYPE_MISMATCH(true),
    CURRENCY_MISMATCH(true),
    CARD_MISMATCH(true),
    AMOUNT_MISMATCH(true),
    COMPLETION_WITHOUT_HOLD(true),
    COMPLETION_EXCEEDS_HOLD(true),
    VOID_WITHOUT_ORIGINAL(true),
    REFUND_WITHOUT_ORIGINAL(true),
    REFUND_EXCEEDS_ORIGINAL(true),
    UNPRICED(true),
    AMBIGUOUS(true),
    ORPHAN_CAPTURE(true),
    ORPHAN_AUTHORIZATION(true),
    DEFECTIVE_APPROVAL(true),
    REVERSAL_AFTER_CLEARING(true),
    REVERSAL_WITHOUT_ORIGINAL(true),
    DUPLICATE_BATCH(true),
    BATCH_OUT_OF_BALANCE(true),
    BATCH_REJECTED(true),
    BATCH_NOT_CLOSED(false),
    BATCH_NUMBER_GAP(false),
    FAILING_TERMINAL(false),
    FAILING_MERCHANT(false),
    UNMAPPED_RESPONSE_CODE(false),
    DEPOSIT_HISTORY_MISSING(true),
    DEPOSIT_VOLUME_REVERSED(false),
    PAYOUT_RESULT_UNKNOWN_ID(true),
    PAYOUT_RESULT_MISMATCH(true),
    PAYOUT_OUTCOME_UNKNOWN(true),
    PAYOUT_REJECTED(false),
    PAYOUT_RETURNED(false),
    RISK_RULE(true),
    SHORT(true),
    LONG(true),
    UNKNOWN_TO_US(true),
    AMOUNT_DIFFERS(true),
    STATUS_DIFFERS(true),
    COST_DIFFERS(false),
    FUNDS_DIFFER(true),
    BRAND_FEES_DIFFER(true),
    DISPUTE(true);

    private final boolean atStake;

    CaseKind(boolean atStake) {
        this.atStake = atStake;
    }

    public boolean atStake() {
        return atStake;
    }

    /** Found by holding a scheme's file against the books. */
    public boolean isOfScheme() {
        return switch (this) {
            case SHORT,
                    LONG,
                    UNKNOWN_TO_US,
                    AMOUNT_DIFFERS,
                    STATUS_DIFFERS,
                    COST_DIFFERS,
                    FUNDS_DIFFER,
                    BRAND_FEES_DIFFER,
                    DISPUTE -> true;
            default -> false;
        };
    }

    /** Found by day, about a date that is closed: the next date's night did not make it, and a re-run does not undo it. */
    public boolean isOfTheDay() {
        return isOfScheme() || name().startsWith("PAYOUT_");
    }

    /** The record that is missing may still come: while it may, the case closes by itself when it does. */
    public boolean mayResolveItself() {
        return switch (this) {
            case ORPHAN_CAPTURE,
                    ORPHAN_AUTHORIZATION,
                    UNKNOWN_OUTCOME,
                    COMPLETION_WITHOUT_HOLD,
                    VOID_WITHOUT_ORIGINAL,
                    REFUND_WITHOUT_ORIGINAL -> true;
            default -> false;
        };
    }

    /** Its subject says what it is about, since no record of ours does. */
    public boolean isToldBySubject() {
        return isOfTheDay() || this == RISK_RULE;
    }
}
