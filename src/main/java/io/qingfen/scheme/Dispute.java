package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.scheme.SchemeRecord.Place;

/**
 * One dispute of a scheme's file.
 *
 * @param rrn of the transaction that it is about
 * @param reason the scheme's code, for example 4515
 * @param amountMinor minor units: + the scheme pays us, - we pay it
 * @param costMinor what the scheme keeps, + we pay
 * @param txnTime local seconds since 1970-01-01T00:00:00
 * @param cardToken see {@link CardTokens}
 */
public record Dispute(
        Place place,
        DisputeType type,
        String reason,
        String schemeRef,
        String rrn,
        String terminalId,
        String merchantId,
        long amountMinor,
        long costMinor,
        Currency currency,
        long txnTime,
        String cardToken,
        String cardMasked) {}
