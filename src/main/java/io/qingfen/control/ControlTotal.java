package io.qingfen.control;

/**
 * One link of the control chain: what left one side of a boundary and what arrived on the other, in count and amount.
 *
 * @param boundary where, for example {@code records} or {@code settled -> positions}
 * @param side what is counted, for example {@code captures}
 * @param amountMinor minor units of the currency
 * @param currency three letters, or {@code XXX} for a count without amount
 */
public record ControlTotal(
        String boundary,
        String side,
        long count,
        long amountMinor,
        String currency,
        long counterpartCount,
        long counterpartMinor) {

    public boolean closed() {
        return count == counterpartCount && amountMinor == counterpartMinor;
    }
}
