package io.qingfen.intake;

import io.qingfen.money.Currency;
import io.qingfen.reference.CardOrigin;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.Terminal;
import io.qingfen.reference.TxnType;

/**
 * One accepted answer of the host.
 *
 * @param firstSeenOn business date that first used it, as epoch day
 * @param amountMinor the approved amount in minor units; 0 only for a balance inquiry
 * @param txnTime local time of the acquirer's zone, seconds since 1970-01-01T00:00:00
 * @param responseCode as sent, empty when no answer came
 * @param authCode up to six characters packed by {@link Packed}, 0 when empty
 * @param originalRrn -1 when empty
 * @param schemeRef key in the scheme's own file, may be empty
 */
public record Authorization(
        Source source,
        int firstSeenOn,
        Merchant merchant,
        Terminal terminal,
        long rrn,
        int batchNo,
        int traceNo,
        TxnType txnType,
        Channel channel,
        String cardToken,
        CardType cardType,
        CardOrigin cardOrigin,
        long amountMinor,
        Currency currency,
        long txnTime,
        String responseCode,
        long authCode,
        long originalRrn,
        String schemeRef) {}
