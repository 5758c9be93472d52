package io.qingfen.intake;

import io.qingfen.money.Currency;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.Terminal;
import io.qingfen.reference.TxnType;

/**
 * One accepted detail line of a terminal batch: what the merchant claims.
 *
 * @param firstSeenOn business date that first used it, as epoch day
 * @param merchant the merchant of the batch, also when the terminal has moved since
 * @param amountMinor more than 0, minor units
 * @param txnTime local time of the acquirer's zone, seconds since 1970-01-01T00:00:00
 * @param rrn twelve digits, or -1 without
 * @param authCode up to six characters packed by {@link Packed}, 0 when empty
 * @param originalTraceNo -1 when empty
 * @param originalRrn -1 when empty
 */
public record Capture(
        Source source,
        int firstSeenOn,
        Merchant merchant,
        Terminal terminal,
        int batchNo,
        int traceNo,
        TxnType txnType,
        long amountMinor,
        Currency currency,
        String cardToken,
        long txnTime,
        long rrn,
        long authCode,
        String entryMode,
        int originalTraceNo,
        long originalRrn) {

    public boolean hasRrn() {
        return rrn >= 0;
    }
}
