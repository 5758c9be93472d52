package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import java.time.LocalDate;

/**
 * Something that a scheme owes us, or we owe it, by our books: cleared, or approved and in suspense.
 *
 * @param transactionId of table transactions
 * @param businessDate on which it came into the books
 * @param txnType REVERSAL for suspense that a reversal took back on a later date
 * @param amountMinor minor units: + the scheme pays us, - we pay it
 * @param costMinor what we reckon the scheme keeps, + we pay; null for suspense, which is not priced
 * @param txnTime local seconds since 1970-01-01T00:00:00
 */
public record OwnItem(
        String transactionId,
        LocalDate businessDate,
        TxnType txnType,
        String schemeRef,
        String rrn,
        String terminalId,
        String merchantId,
        long amountMinor,
        Long costMinor,
        Currency currency,
        long txnTime) {}
