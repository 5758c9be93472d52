package io.qingfen.intake;

import io.qingfen.money.Currency;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.Terminal;

/**
 * One accepted batch header with the totals that the terminal states; amounts in minor units, never negative.
 *
 * @param closedAt local time of the acquirer's zone, seconds since 1970-01-01T00:00:00
 */
public record TerminalBatch(
        Source source,
        Merchant merchant,
        Terminal terminal,
        int batchNo,
        long closedAt,
        Currency currency,
        int debitCount,
        long debitMinor,
        int creditCount,
        long creditMinor) {}
