package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.scheme.SchemeRecord.Place;

/**
 * One brand fee that a scheme tells of beside its records.
 *
 * @param schemeRef the scheme's own key of the transaction
 * @param reversal of the undoing of a transaction, which may have the key of its original
 * @param amountMinor of the transaction, minor units, without a sign
 * @param feeMinor + we pay, - we are paid; not 0
 * @param cardToken see {@link CardTokens}
 */
public record BrandFee(
        Place place,
        String schemeRef,
        boolean reversal,
        String rrn,
        String terminalId,
        String merchantId,
        long amountMinor,
        long feeMinor,
        Currency currency,
        String cardToken,
        String cardMasked) {}
