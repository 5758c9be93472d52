package io.qingfen.review;

/**
 * What the program would do with a case, and why. Only a suggestion: people decide.
 *
 * @param reason one sentence for people
 */
public record Suggestion(Resolution resolution, String reason) {
    private static final String NOT_PAID =
            "claim it from the scheme or wait: the case closes by itself when a file has it";
    private static final String NOT_TAKEN =
            "given back here, and the scheme has not taken it: ask the scheme or wait: the case"
                    + " closes by itself when a file has it";
    private static final String PAID = "not ours to keep: give it back by a credit adjustment once it is verified";
    private static final String TAKEN = "the scheme took what nothing here gives back: claim it once it is verified";

    /**
     * For an open case; always one of the allowed resolutions.
     *
     * @param joins what waits still takes part in matching
     * @param capturedMinor null without capture
     * @param authorizedMinor null without authorization
     */
    public static Suggestion of(
            CaseKind kind, Waiting waiting, boolean joins, Long capturedMinor, Long authorizedMinor) {
        return switch (waiting) {
            case NOTHING ->
                kind == CaseKind.RISK_RULE
                        ? new Suggestion(
                                Resolution.DO_NOT_SETTLE, "when the figures are explained: payouts are paid again")
                        : new Suggestion(Resolution.DO_NOT_SETTLE, "no money waits: acknowledge it when it is seen to");
            case REVERSAL ->
                new Suggestion(
                        Resolution.REFUND_CARDHOLDER,
                        "the host took the sale back after it was paid, so the scheme will too");
            default ->
                joins
                        ? whileItJoins(kind, waiting, capturedMinor, authorizedMinor)
                        : ofRecords(kind, waiting, capturedMinor, authorizedMinor);
        };
    }

    /**
     * For an open case that a scheme's file opened. Nothing of ours waits behind it: what it asks for is done with the scheme.
     *
     * @param minor what the scheme pays beyond our books, or of a SHORT what they expect; minor units, + to us
     * @throws IllegalArgumentException for a kind that no scheme's file opens
     */
    public static Suggestion ofScheme(CaseKind kind, long minor) {
        return switch (kind) {
            case SHORT -> new Suggestion(Resolution.WAIT, minor < 0 ? NOT_TAKEN : NOT_PAID);
            case UNKNOWN_TO_US ->
                new Suggestion(Resolution.WAIT, "ask the scheme whose it is; until then it is nobody's money");
            case LONG -> seenTo(minor < 0 ? TAKEN : PAID);
            case AMOUNT_DIFFERS ->
                seenTo(
                        minor < 0
                                ? "the scheme pays less than was cleared: compare slip and authorization, then claim the"
                                        + " difference"
                                : "the scheme pays more than was cleared: compare slip and authorization, then give the"
                                        + " difference back by a credit adjustment");
            case STATUS_DIFFERS ->
                seenTo(
                        "find out whether the cardholder was charged; then claim it from the scheme, or give it back by a"
                                + " credit adjustment");
            case COST_DIFFERS -> seenTo("the next date books what the scheme keeps; look whose tariff is wrong");
            case FUNDS_DIFFER -> seenTo("ask the scheme about the keys in funds-differences.csv");
            case BRAND_FEES_DIFFER ->
                seenTo("ask the scheme about the lines in fees-differences.csv; nothing of them is booked");
            case DISPUTE -> seenTo("get the slip; re-present it in time or accept it: a decision here books nothing");
            default -> throw new IllegalArgumentException(kind + " is not opened by a scheme's file");
        };
    }

    private static Suggestion seenTo(String reason) {
        return new Suggestion(Resolution.DO_NOT_SETTLE, reason);
    }

    private static Suggestion whileItJoins(CaseKind kind, Waiting waiting, Long capturedMinor, Long authorizedMinor) {
        return kind.mayResolveItself()
                ? new Suggestion(Resolution.WAIT, "its counterpart may still come with the next dates' files")
                : ofRecords(kind, waiting, capturedMinor, authorizedMinor);
    }

    private static Suggestion ofRecords(CaseKind kind, Waiting waiting, Long capturedMinor, Long authorizedMinor) {
        boolean credit = waiting == Waiting.CREDIT_AUTHORIZATION || waiting == Waiting.CREDIT_PAIR;
        return switch (kind) {
            case AMBIGUOUS ->
                waiting == Waiting.CREDIT_CAPTURE
                        ? nobodyPays()
                        : new Suggestion(Resolution.LINK, "name the authorization that is meant; the others stay open");
            case AMOUNT_MISMATCH -> ofAmounts(capturedMinor, authorizedMinor);
            case TYPE_MISMATCH, CURRENCY_MISMATCH ->
                new Suggestion(Resolution.SETTLE_AUTHORIZED, "the scheme pays what the host approved");
            case UNPRICED ->
                new Suggestion(Resolution.SETTLE_CAPTURED, "both sides agree; mend the fee plan first, then settle");
            case VOID_WITHOUT_ORIGINAL, REFUND_WITHOUT_ORIGINAL, REFUND_EXCEEDS_ORIGINAL ->
                new Suggestion(Resolution.SETTLE_CAPTURED, "the host has promised it to the cardholder");
            case ORPHAN_AUTHORIZATION ->
                credit
                        ? new Suggestion(Resolution.SETTLE_AUTHORIZED, "the host has promised it to the cardholder")
                        : new Suggestion(Resolution.DO_NOT_SETTLE, "the merchant never claimed it");
            case CARD_MISMATCH ->
                new Suggestion(
                        Resolution.DO_NOT_SETTLE, "two cards are two sales: ask the merchant for the right slip");
            default -> nobodyPays();
        };
    }

    private static Suggestion ofAmounts(Long capturedMinor, Long authorizedMinor) {
        boolean claimsLess = capturedMinor != null && authorizedMinor != null && capturedMinor < authorizedMinor;
        return claimsLess
                ? new Suggestion(Resolution.SETTLE_CAPTURED, "the merchant claims less than was approved")
                : new Suggestion(Resolution.SETTLE_AUTHORIZED, "the scheme pays what was approved, and no more");
    }

    private static Suggestion nobodyPays() {
        return new Suggestion(Resolution.DO_NOT_SETTLE, "nobody is known to pay for it");
    }
}
