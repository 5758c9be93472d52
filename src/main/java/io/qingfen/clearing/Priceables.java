package io.qingfen.clearing;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.pricing.Priceable;

/** What a tariff reads of a pair. */
public final class Priceables {
    private Priceables() {}

    public static Priceable of(Capture capture, Authorization authorization) {
        return new Priceable(
                capture.txnType(),
                authorization.channel(),
                authorization.cardType(),
                authorization.cardOrigin(),
                capture.entryMode(),
                capture.merchant(),
                capture.amountMinor(),
                capture.currency());
    }

    /**
     * Of an authorization that is settled without a capture, or in spite of it.
     *
     * @param entryMode of the capture, empty without one
     */
    public static Priceable of(Authorization authorization, String entryMode) {
        return new Priceable(
                authorization.txnType(),
                authorization.channel(),
                authorization.cardType(),
                authorization.cardOrigin(),
                entryMode,
                authorization.merchant(),
                authorization.amountMinor(),
                authorization.currency());
    }
}
