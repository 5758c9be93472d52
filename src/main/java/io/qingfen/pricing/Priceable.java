package io.qingfen.pricing;

import io.qingfen.money.Currency;
import io.qingfen.reference.CardOrigin;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.TxnType;

/**
 * What the conditions of a tariff read: channel, card type and origin of the authorization, entry mode of the capture,
 * category and class of the merchant.
 *
 * @param amountMinor minor units, more than 0
 */
public record Priceable(
        TxnType txnType,
        Channel channel,
        CardType cardType,
        CardOrigin cardOrigin,
        String entryMode,
        Merchant merchant,
        long amountMinor,
        Currency currency) {}
