package io.qingfen.scheme;

import io.qingfen.review.Proposal;
import io.qingfen.review.Resolution;
import java.util.Optional;

/**
 * An open case of which nobody knows whether the card was charged, and what the scheme's files say of it.
 *
 * @param capturedMinor null without a slip
 * @param authorizedMinor null without an authorization
 * @param schemeMinor what the scheme pays for it, without a sign; null when no file has it
 * @param place file and line of the scheme's record; empty without one
 * @param schemeCase case of that record; empty without one
 */
public record UnknownOutcome(
        String caseId, Long capturedMinor, Long authorizedMinor, Long schemeMinor, String place, String schemeCase) {

    /**
     * What to propose: settle what the scheme pays, and nothing when it pays nothing. Empty when it pays another amount than
     * either side says; then a person decides.
     *
     * @param last the date whose file was the last to be looked at
     */
    public Optional<Proposal> proposal(String last) {
        if (schemeMinor == null) {
            return Optional.of(of(Resolution.DO_NOT_SETTLE, "in no file of the scheme until " + last));
        }
        String why =
                place + " pays for it" + (schemeCase.isEmpty() ? "" : "; case " + schemeCase + " is settled with it");
        if (schemeMinor.equals(authorizedMinor)) {
            return Optional.of(of(Resolution.SETTLE_AUTHORIZED, why));
        }
        return schemeMinor.equals(capturedMinor) ? Optional.of(of(Resolution.SETTLE_CAPTURED, why)) : Optional.empty();
    }

    private Proposal of(Resolution resolution, String why) {
        return new Proposal(caseId, resolution, Optional.empty(), Optional.empty(), why);
    }
}
