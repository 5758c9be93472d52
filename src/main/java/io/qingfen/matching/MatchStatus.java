package io.qingfen.matching;

import io.qingfen.review.CaseKind;

/** Every verdict on a pair or single, in order of precedence, with what follows from it. */
public enum MatchStatus {
    DUPLICATE_CAPTURE(Disposition.NOT_SETTLED, CaseKind.DUPLICATE_CAPTURE),
    DUPLICATE_AUTHORIZATION(Disposition.NOT_SETTLED, CaseKind.DUPLICATE_AUTHORIZATION),
    REVERSED_CAPTURE(Disposition.NOT_SETTLED, CaseKind.REVERSED_CAPTURE),
    DECLINED_CAPTURE(Disposition.NOT_SETTLED, CaseKind.DECLINED_CAPTURE),
    UNKNOWN_OUTCOME(Disposition.HELD, CaseKind.UNKNOWN_OUTCOME),
    TYPE_MISMATCH(Disposition.HELD, CaseKind.TYPE_MISMATCH),
    CURRENCY_MISMATCH(Disposition.HELD, CaseKind.CURRENCY_MISMATCH),
    CARD_MISMATCH(Disposition.HELD, CaseKind.CARD_MISMATCH),
    AMOUNT_MISMATCH(Disposition.HELD, CaseKind.AMOUNT_MISMATCH),
    COMPLETION_WITHOUT_HOLD(Disposition.HELD, CaseKind.COMPLETION_WITHOUT_HOLD),
    COMPLETION_EXCEEDS_HOLD(Disposition.HELD, CaseKind.COMPLETION_EXCEEDS_HOLD),
    VOID_WITHOUT_ORIGINAL(Disposition.HELD, CaseKind.VOID_WITHOUT_ORIGINAL),
    REFUND_WITHOUT_ORIGINAL(Disposition.HELD, CaseKind.REFUND_WITHOUT_ORIGINAL),
    REFUND_EXCEEDS_ORIGINAL(Disposition.HELD, CaseKind.REFUND_EXCEEDS_ORIGINAL),
    UNPRICED(Disposition.HELD, CaseKind.UNPRICED),
    MATCHED(Disposition.SETTLED, null),
    AMBIGUOUS(Disposition.HELD, CaseKind.AMBIGUOUS),
    ORPHAN_CAPTURE(Disposition.HELD, CaseKind.ORPHAN_CAPTURE),
    ORPHAN_AUTHORIZATION(Disposition.HELD, CaseKind.ORPHAN_AUTHORIZATION),
    /** A reversal that waits for its original; no row in transactions. */
    REVERSAL_WITHOUT_ORIGINAL(null, CaseKind.REVERSAL_WITHOUT_ORIGINAL),
    /** A reversal of something cleared earlier; no row in transactions. */
    REVERSAL_AFTER_CLEARING(null, CaseKind.REVERSAL_AFTER_CLEARING);

    /** Where the item's money goes. */
    public enum Disposition {
        SETTLED,
        NOT_SETTLED,
        HELD
    }

    private final Disposition disposition;
    private final CaseKind caseKind;

    MatchStatus(Disposition disposition, CaseKind caseKind) {
        this.disposition = disposition;
        this.caseKind = caseKind;
    }

    /** Null for reversals, which are no items of their own. */
    public Disposition disposition() {
        return disposition;
    }

    /** Null for MATCHED. */
    public CaseKind caseKind() {
        return caseKind;
    }

    public boolean isHeld() {
        return disposition == Disposition.HELD;
    }

    /** Waits for a record that it points at and is judged again while it joins. */
    public boolean isJudgedAgain() {
        return this == COMPLETION_WITHOUT_HOLD || this == VOID_WITHOUT_ORIGINAL || this == REFUND_WITHOUT_ORIGINAL;
    }
}
