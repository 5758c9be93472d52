package io.qingfen.review;

/**
 * What the program would do with a case, and why. Only a suggestion: people decide.
 *
 * @param reason one sentence for people
 */
public record Suggestion(Resolution resolution, String reason) {

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
