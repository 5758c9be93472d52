package io.qingfen.review;

import static io.qingfen.review.Resolution.DO_NOT_SETTLE;
import static io.qingfen.review.Resolution.LINK;
import static io.qingfen.review.Resolution.REFUND_CARDHOLDER;
import static io.qingfen.review.Resolution.SETTLE_AUTHORIZED;
import static io.qingfen.review.Resolution.SETTLE_CAPTURED;
import static io.qingfen.review.Resolution.WAIT;
import static io.qingfen.review.Resolution.WRITE_OFF;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Which resolutions a case may get, by its kind and by what waits behind it. The same table is in SPEC-review.md. */
public final class Resolutions {
    private Resolutions() {}

    /** In the order of the enum; empty for what no night ever makes. */
    public static Set<Resolution> allowed(CaseKind kind, Waiting waiting) {
        return switch (waiting) {
            case NOTHING -> of(DO_NOT_SETTLE, WAIT);
            case REVERSAL ->
                kind == CaseKind.REVERSAL_AFTER_CLEARING
                        ? of(REFUND_CARDHOLDER, DO_NOT_SETTLE, WRITE_OFF, WAIT)
                        : none();
            case CAPTURE, CREDIT_CAPTURE -> ofCapture(kind, waiting == Waiting.CREDIT_CAPTURE);
            case AUTHORIZATION, CREDIT_AUTHORIZATION -> ofAuthorization(kind, waiting == Waiting.CREDIT_AUTHORIZATION);
            case PAIR, CREDIT_PAIR -> ofPair(kind, waiting == Waiting.CREDIT_PAIR);
        };
    }

    /** Nobody promised this money; a credit is not given before the host approved it. */
    private static Set<Resolution> ofCapture(CaseKind kind, boolean credit) {
        return switch (kind) {
            case ORPHAN_CAPTURE ->
                credit ? of(DO_NOT_SETTLE, WAIT) : of(SETTLE_CAPTURED, DO_NOT_SETTLE, WRITE_OFF, LINK, WAIT);
            // Paying it without its authorization would leave the authorization to be paid too.
            case AMBIGUOUS -> credit ? of(DO_NOT_SETTLE, WAIT) : of(DO_NOT_SETTLE, LINK, WAIT);
            default -> none();
        };
    }

    private static Set<Resolution> ofAuthorization(CaseKind kind, boolean credit) {
        return switch (kind) {
            case ORPHAN_AUTHORIZATION ->
                credit
                        ? of(SETTLE_AUTHORIZED, DO_NOT_SETTLE, WRITE_OFF, WAIT)
                        : of(SETTLE_AUTHORIZED, DO_NOT_SETTLE, REFUND_CARDHOLDER, LINK, WAIT);
            case UNKNOWN_OUTCOME -> of(SETTLE_AUTHORIZED, DO_NOT_SETTLE, WAIT);
            default -> none();
        };
    }

    private static Set<Resolution> ofPair(CaseKind kind, boolean credit) {
        return switch (kind) {
            case UNKNOWN_OUTCOME ->
                credit
                        ? of(SETTLE_CAPTURED, SETTLE_AUTHORIZED, DO_NOT_SETTLE, WAIT)
                        : of(SETTLE_CAPTURED, SETTLE_AUTHORIZED, DO_NOT_SETTLE, WRITE_OFF, WAIT);
            case TYPE_MISMATCH -> of(SETTLE_CAPTURED, SETTLE_AUTHORIZED, DO_NOT_SETTLE, WAIT);
            case CURRENCY_MISMATCH, CARD_MISMATCH, AMOUNT_MISMATCH ->
                credit
                        ? of(SETTLE_CAPTURED, SETTLE_AUTHORIZED, DO_NOT_SETTLE, WRITE_OFF, WAIT)
                        : of(SETTLE_CAPTURED, SETTLE_AUTHORIZED, DO_NOT_SETTLE, REFUND_CARDHOLDER, WRITE_OFF, WAIT);
            // Both sides agree, so there is one amount to settle.
            case COMPLETION_WITHOUT_HOLD, COMPLETION_EXCEEDS_HOLD, UNPRICED ->
                credit ? none() : of(SETTLE_CAPTURED, DO_NOT_SETTLE, REFUND_CARDHOLDER, WRITE_OFF, WAIT);
            case VOID_WITHOUT_ORIGINAL, REFUND_WITHOUT_ORIGINAL, REFUND_EXCEEDS_ORIGINAL ->
                credit ? of(SETTLE_CAPTURED, DO_NOT_SETTLE, WRITE_OFF, WAIT) : none();
            default -> none();
        };
    }

    private static Set<Resolution> of(Resolution first, Resolution... others) {
        return Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    private static Set<Resolution> none() {
        return Collections.unmodifiableSet(EnumSet.noneOf(Resolution.class));
    }
}
