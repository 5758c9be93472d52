package io.qingfen.repricing;

import io.qingfen.money.Currency;
import io.qingfen.pricing.Priceable;
import io.qingfen.reference.CardOrigin;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.TxnType;
import java.time.LocalDate;

/**
 * A cleared sale, offline sale or completion as the books have it.
 *
 * @param amountMinor minor units, more than 0
 * @param feeMinor as booked, minor units, 0 or more
 * @param feeRule as booked
 * @param authorizationFile number of the input file with the host's record
 */
public record Sale(
        LocalDate date,
        String merchantId,
        Currency currency,
        TxnType type,
        Channel channel,
        CardType cardType,
        String entryMode,
        long amountMinor,
        long feeMinor,
        String feeRule,
        int authorizationFile,
        int authorizationLine) {

    Priceable priceable(Merchant merchant, CardOrigin origin) {
        return new Priceable(type, channel, cardType, origin, entryMode, merchant, amountMinor, currency);
    }
}
