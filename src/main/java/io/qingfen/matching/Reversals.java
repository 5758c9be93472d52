package io.qingfen.matching;

import io.qingfen.intake.Authorization;
import io.qingfen.reference.TxnType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the original of each reversal among the authorizations at hand and marks it reversed. */
final class Reversals {
    private Reversals() {}

    /** The rrn that a reversal names; its own when it names none. */
    static long originalRrn(Authorization reversal) {
        return reversal.originalRrn() >= 0 ? reversal.originalRrn() : reversal.rrn();
    }

    /**
     * Marks originals; what is left found none.
     *
     * @param reversals in order of appearance
     * @param originals today's, the open ones and those of waiting pairs, in order of appearance; of several with one
     *     rrn the first is meant. A declined one is no original: nothing was promised that could be undone.
     */
    static List<AuthorizationSide> apply(List<AuthorizationSide> reversals, List<AuthorizationSide> originals) {
        if (reversals.isEmpty()) {
            return List.of();
        }
        Map<Long, AuthorizationSide> byRrn = new HashMap<>();
        for (AuthorizationSide side : originals) {
            if (side.authorization().txnType() != TxnType.REVERSAL && side.outcome() != Outcome.DECLINED) {
                byRrn.putIfAbsent(side.authorization().rrn(), side);
            }
        }
        List<AuthorizationSide> unresolved = new ArrayList<>();
        for (AuthorizationSide reversal : reversals) {
            AuthorizationSide original = byRrn.get(originalRrn(reversal.authorization()));
            if (original == null) {
                unresolved.add(reversal);
            } else {
                original.reverse();
            }
        }
        return unresolved;
    }
}
