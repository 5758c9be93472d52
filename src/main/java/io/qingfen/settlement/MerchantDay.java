package io.qingfen.settlement;

import io.qingfen.ledger.Move;
import io.qingfen.money.Currency;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that decides a merchant's position of one business date in one currency.
 *
 * @param deposits what happened to its terminals' deposits, minor units, never negative
 * @param moves money that decisions of people and results of banks moved
 * @param releases reserves of earlier dates that this date gives back
 */
public record MerchantDay(
        LocalDate businessDate,
        String merchantId,
        Currency currency,
        List<DayTotal> totals,
        Map<DepositMove, Long> deposits,
        List<Move> moves,
        List<ReserveHold> releases,
        Owed owed) {

    public MerchantDay {
        totals = List.copyOf(totals);
        moves = List.copyOf(moves);
        releases = List.copyOf(releases);
        deposits = deposits.isEmpty() ? Map.of() : new EnumMap<>(deposits);
    }

    /** A day that gives no reserve back. */
    public MerchantDay(
            LocalDate businessDate,
            String merchantId,
            Currency currency,
            List<DayTotal> totals,
            Map<DepositMove, Long> deposits,
            List<Move> moves,
            Owed owed) {
        this(businessDate, merchantId, currency, totals, deposits, moves, List.of(), owed);
    }

    /** Whether the merchant gets a position: without any line there is none. */
    public boolean hasLines() {
        return owed.broughtForwardMinor() != 0
                || !releases.isEmpty()
                || totals.stream().anyMatch(total -> total.line().positionLine().isPresent())
                || moves.stream().anyMatch(move -> !move.line().isEmpty())
                || deposits.keySet().stream()
                        .anyMatch(move -> move.positionLine().isPresent());
    }

    /** Cleared sales, offline sales and completions. */
    public long salesCount() {
        long count = 0;
        for (DayTotal total : totals) {
            count = Math.addExact(count, total.line() == DayLine.SALES ? total.count() : 0);
        }
        return count;
    }

    /** Whether a transaction was cleared. */
    boolean hasCleared() {
        return totals.stream().anyMatch(total -> total.line().isVolume());
    }

    /** Cleared sales less voids and refunds. */
    long volumeMinor() {
        long volume = 0;
        for (DayTotal total : totals) {
            volume = Math.addExact(volume, total.line().isVolume() ? total.minor() : 0);
        }
        return volume;
    }

    /** What the cleared transactions cost the merchant; + = charged. */
    long merchantFeesMinor() {
        long credited = 0;
        for (DayTotal total : totals) {
            credited = Math.addExact(credited, total.line() == DayLine.MERCHANT_FEES ? total.minor() : 0);
        }
        return Math.negateExact(credited);
    }

    /** All lines but the day's own reserve and the surcharge, which depend on terms. */
    public Lines lines() {
        Lines lines = Lines.NONE.plus(Line.BROUGHT_FORWARD, owed.broughtForwardMinor());
        for (DayTotal total : totals) {
            if (total.line().positionLine().isPresent()) {
                lines = lines.plus(total.line().positionLine().get(), total.minor());
            }
        }
        for (Map.Entry<DepositMove, Long> deposit : deposits.entrySet()) {
            DepositMove move = deposit.getKey();
            if (move.positionLine().isPresent()) {
                lines = lines.plus(move.positionLine().get(), move.signed(deposit.getValue()));
            }
        }
        for (Move move : moves) {
            if (!move.line().isEmpty()) {
                lines = lines.plus(Line.valueOf(move.line()), move.signedMinor());
            }
        }
        for (ReserveHold release : releases) {
            lines = lines.plus(Line.RESERVE_RELEASED, release.withheldMinor());
        }
        return lines;
    }
}
