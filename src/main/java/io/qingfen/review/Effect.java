package io.qingfen.review;

import io.qingfen.ledger.Move;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a decision does to the books: exactly the moves that the next night makes of it.
 *
 * @param moves in the order of their keys' steps; empty when no money moves
 * @param basis digest over what waits and over the moves: the same as long as nothing changed
 */
public record Effect(List<Move> moves, String basis) {
    public Effect {
        moves = List.copyOf(moves);
    }

    /** What the merchant's position gets on this line by currency, minor units, + is owed to the merchant. */
    public Map<String, Long> onLine(String line) {
        Map<String, Long> byCurrency = new TreeMap<>();
        moves.stream()
                .filter(move -> move.line().equals(line))
                .forEach(move -> byCurrency.merge(move.currency().code(), move.signedMinor(), Math::addExact));
        return byCurrency;
    }
}
