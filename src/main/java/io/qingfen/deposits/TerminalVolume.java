package io.qingfen.deposits;

import io.qingfen.money.Currency;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import java.time.LocalDate;

/**
 * What a terminal cleared on one business date with one kind of card.
 *
 * @param amountMinor sales − voids − refunds in minor units, signed; a refund stands at the terminal of its original
 */
public record TerminalVolume(
        LocalDate businessDate, Channel channel, CardType cardType, Currency currency, long amountMinor) {}
