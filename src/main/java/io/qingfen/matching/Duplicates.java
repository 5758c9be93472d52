package io.qingfen.matching;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Records of today that repeat an earlier one of the same terminal; the first counts. */
final class Duplicates {
    private Duplicates() {}

    /** Marks today's authorizations whose rrn and type stand before them among the open, the waiting or today's. */
    static void mark(List<AuthorizationSide> earlier, List<AuthorizationSide> todays) {
        Set<Key> seen = new HashSet<>((earlier.size() + todays.size()) * 2);
        for (AuthorizationSide side : earlier) {
            seen.add(key(side.authorization()));
        }
        for (AuthorizationSide side : todays) {
            if (!seen.add(key(side.authorization()))) {
                side.markDuplicate();
            }
        }
    }

    /** Takes out of {@code todays} the captures that repeat an open, waiting or earlier one, and returns them. */
    static List<CaptureSide> remove(List<Capture> earlier, List<CaptureSide> todays) {
        Set<Key> seen = new HashSet<>((earlier.size() + todays.size()) * 2);
        for (Capture capture : earlier) {
            seen.add(key(capture));
        }
        List<CaptureSide> duplicates = new ArrayList<>();
        for (CaptureSide side : todays) {
            if (!seen.add(key(side.capture()))) {
                duplicates.add(side);
            }
        }
        todays.removeAll(new HashSet<>(duplicates));
        return duplicates;
    }

    private static Key key(Authorization authorization) {
        return new Key(authorization.rrn(), authorization.txnType().ordinal());
    }

    /** By rrn and type; captures without rrn by batch, trace and type (their keys are negative, so they never mix). */
    private static Key key(Capture capture) {
        long number = capture.hasRrn() ? capture.rrn() : -1 - (capture.batchNo() * 1_000_000L + capture.traceNo());
        return new Key(number, capture.txnType().ordinal());
    }

    private record Key(long number, int type) {}
}
