package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;

/**
 * One financial record of a scheme's file. What a format does not have is empty.
 *
 * @param place where it stands
 * @param txnType REVERSAL for the undoing of another record of the scheme
 * @param originalType of a reversal: what it undoes; else the same as {@code txnType}
 * @param schemeRef the scheme's own key of the transaction
 * @param otherRef a second key: the order number that we gave
 * @param originalRef of a reversal: what names its original beside the reference number
 * @param amountMinor what the scheme will pay for it, minor units: + to us, - from us
 * @param costMinor what the scheme keeps of it, + we pay; null when the format does not say
 * @param txnTime local seconds since 1970-01-01T00:00:00
 * @param cardToken see {@link CardTokens}; empty without a card
 */
public record SchemeRecord(
        Place place,
        TxnType txnType,
        TxnType originalType,
        String schemeRef,
        String otherRef,
        String originalRef,
        String rrn,
        String terminalId,
        String merchantId,
        long amountMinor,
        Long costMinor,
        Currency currency,
        long txnTime,
        String cardToken,
        String cardMasked) {

    /**
     * File and line.
     *
     * @param file number of the scheme's file
     * @param line 1-based
     */
    public record Place(int file, int line) {}

    public boolean isReversal() {
        return txnType == TxnType.REVERSAL;
    }
}
