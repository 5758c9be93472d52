package io.qingfen.generator;

/**
 * What one planned transaction of a terminal does. The key names it in a fault mix and in the truth file; the default
 * is its share per million of planned transactions in the realistic mix. SALE takes the rest.
 */
enum Story {
    SALE("sale", 0),
    OFFLINE_SALE("offlineSale", 1_500),
    /** A sale and its void in the same batch. */
    VOID("void", 4_000),
    /** A refund of a sale of this date or of one of the seven before. */
    REFUND("refund", 3_000),
    /** A pre-authorization and its completion. */
    COMPLETION("completion", 4_000),
    /** A pre-authorization, its completion and the void of the completion. */
    COMPLETION_VOID("completionVoid", 300),
    /** A pre-authorization and its void: nothing to capture. */
    PREAUTH_VOID("preauthVoid", 500),
    BALANCE_INQUIRY("balanceInquiry", 2_000),
    /** Refused by the issuer, nothing captured. */
    DECLINED("declined", 42_000),
    /** No clear answer, nothing captured. */
    UNANSWERED("unanswered", 700),
    /** Approved, then reversed by the host, nothing captured. */
    REVERSED("reversed", 900),
    ORPHAN_CAPTURE("orphanCapture", 400),
    ORPHAN_AUTHORIZATION("orphanAuthorization", 600),
    AMOUNT_MISMATCH("amountMismatch", 150),
    CURRENCY_MISMATCH("currencyMismatch", 20),
    CARD_MISMATCH("cardMismatch", 50),
    TYPE_MISMATCH("typeMismatch", 30),
    DECLINED_CAPTURE("declinedCapture", 80),
    UNKNOWN_OUTCOME("unknownOutcome", 250),
    REVERSED_CAPTURE("reversedCapture", 100),
    DUPLICATE_CAPTURE("duplicateCapture", 200),
    DUPLICATE_AUTHORIZATION("duplicateAuthorization", 150),
    /** Authorized on this date, captured in the first batch of the next. */
    LATE("late", 1_500),
    /** A capture that only batch and trace number tell (key K2). */
    WITHOUT_RRN("withoutRrn", 800),
    /** A capture that only card, amount and authorization code tell (key K3). */
    WITHOUT_RRN_AND_TRACE("withoutRrnAndTrace", 100),
    /** A good pair, and beside its capture a line that intake must reject. */
    REJECTED_CAPTURE("rejectedCapture", 60),
    /** A good pair, and beside its authorization a line that intake must reject. */
    REJECTED_AUTHORIZATION("rejectedAuthorization", 60),
    /** Of batches, not of transactions: stated totals that differ from the details. */
    OUT_OF_BALANCE("outOfBalanceBatch", 1_000),
    /** Of batches, not of transactions: delivered twice. */
    DUPLICATE_BATCH("duplicateBatch", 500);

    private final String key;
    private final int realisticPpm;

    Story(String key, int realisticPpm) {
        this.key = key;
        this.realisticPpm = realisticPpm;
    }

    String key() {
        return key;
    }

    int realisticPpm() {
        return realisticPpm;
    }

    boolean ofBatches() {
        return this == OUT_OF_BALANCE || this == DUPLICATE_BATCH;
    }

    /** Needs a card that leaves a token: a QR payment will not do. */
    boolean needsCard() {
        return switch (this) {
            case COMPLETION, COMPLETION_VOID, PREAUTH_VOID, CARD_MISMATCH, WITHOUT_RRN_AND_TRACE, OFFLINE_SALE -> true;
            default -> false;
        };
    }
}
