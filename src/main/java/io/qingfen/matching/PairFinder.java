package io.qingfen.matching;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The passes K1, K2, K3 over one terminal's captures and candidate authorizations; each is used at most once. */
final class PairFinder {
    /** K3 pairs only within fifteen minutes. */
    static final long K3_SECONDS = 15 * 60;

    private final List<CaptureSide> captures;
    private final List<AuthorizationSide> candidates;
    private final List<Pair> pairs = new ArrayList<>();
    private final List<CaptureSide> ambiguous = new ArrayList<>();

    /** Both lists in order of appearance; candidates without duplicates. */
    PairFinder(List<CaptureSide> captures, List<AuthorizationSide> candidates) {
        this.captures = captures;
        this.candidates = candidates;
    }

    PairFinder find(Round round) {
        List<CaptureSide> withRrn = new ArrayList<>(captures.size());
        List<CaptureSide> withoutRrn = new ArrayList<>();
        for (CaptureSide side : captures) {
            (side.capture().hasRrn() ? withRrn : withoutRrn).add(side);
        }
        pairByKey(
                withRrn,
                c -> new Rrn(c.rrn(), c.txnType().ordinal()),
                a -> new Rrn(a.rrn(), a.txnType().ordinal()),
                MatchedBy.K1);
        pairByKey(withRrn, c -> new Rrn(c.rrn(), -1), a -> new Rrn(a.rrn(), -1), MatchedBy.K1);
        if (round != Round.CARD) {
            pairByKey(withoutRrn, PairFinder::trace, PairFinder::trace, MatchedBy.K2);
        }
        if (round.isLast()) {
            pairByCard(withoutRrn);
        }
        return this;
    }

    List<Pair> pairs() {
        return pairs;
    }

    /** Captures that K3 could not decide. */
    List<CaptureSide> ambiguous() {
        return ambiguous;
    }

    private <K> void pairByKey(
            List<CaptureSide> side,
            Function<Capture, K> ofCapture,
            Function<Authorization, K> ofAuthorization,
            MatchedBy pass) {
        List<CaptureSide> free = side.stream().filter(one -> !one.isUsed()).toList();
        if (free.isEmpty()) {
            return;
        }
        Map<K, Deque<AuthorizationSide>> byKey = new HashMap<>();
        for (AuthorizationSide candidate : candidates) {
            if (!candidate.isUsed()) {
                byKey.computeIfAbsent(ofAuthorization.apply(candidate.authorization()), k -> new ArrayDeque<>(2))
                        .add(candidate);
            }
        }
        for (CaptureSide capture : free) {
            Deque<AuthorizationSide> found = byKey.get(ofCapture.apply(capture.capture()));
            if (found != null && !found.isEmpty()) {
                join(capture, found.poll(), pass);
            }
        }
    }

    private void pairByCard(List<CaptureSide> side) {
        List<CaptureSide> free = side.stream().filter(one -> !one.isUsed()).toList();
        Map<CaptureSide, List<AuthorizationSide>> answers = new HashMap<>();
        Map<AuthorizationSide, List<CaptureSide>> claims = new HashMap<>();
        Map<Card, List<AuthorizationSide>> byCard = free.isEmpty() ? Map.of() : candidatesByCard();
        for (CaptureSide capture : free) {
            for (AuthorizationSide candidate : byCard.getOrDefault(card(capture.capture()), List.of())) {
                if (withinMinutes(capture.capture(), candidate.authorization())) {
                    answers.computeIfAbsent(capture, k -> new ArrayList<>()).add(candidate);
                    claims.computeIfAbsent(candidate, k -> new ArrayList<>()).add(capture);
                }
            }
        }
        for (CaptureSide capture : free) {
            List<AuthorizationSide> found = answers.getOrDefault(capture, List.of());
            if (found.size() == 1 && claims.get(found.get(0)).size() == 1) {
                join(capture, found.get(0), MatchedBy.K3);
            } else if (!found.isEmpty()) {
                ambiguous.add(capture);
            }
        }
    }

    private Map<Card, List<AuthorizationSide>> candidatesByCard() {
        Map<Card, List<AuthorizationSide>> byCard = new HashMap<>();
        for (AuthorizationSide candidate : candidates) {
            Card card = card(candidate.authorization());
            if (!candidate.isUsed() && card.isComplete()) {
                byCard.computeIfAbsent(card, k -> new ArrayList<>()).add(candidate);
            }
        }
        return byCard;
    }

    private static boolean withinMinutes(Capture capture, Authorization authorization) {
        return Math.abs(capture.txnTime() - authorization.txnTime()) <= K3_SECONDS;
    }

    private void join(CaptureSide capture, AuthorizationSide authorization, MatchedBy pass) {
        capture.use();
        authorization.use();
        pairs.add(new Pair(capture, authorization, pass));
    }

    private static Trace trace(Capture capture) {
        return new Trace(capture.batchNo(), capture.traceNo(), capture.txnType().ordinal());
    }

    private static Trace trace(Authorization authorization) {
        return new Trace(
                authorization.batchNo(),
                authorization.traceNo(),
                authorization.txnType().ordinal());
    }

    private static Card card(Capture capture) {
        return new Card(
                capture.cardToken(), capture.amountMinor(), capture.txnType().ordinal(), capture.authCode());
    }

    private static Card card(Authorization authorization) {
        return new Card(
                authorization.cardToken(),
                authorization.amountMinor(),
                authorization.txnType().ordinal(),
                authorization.authCode());
    }

    private record Rrn(long rrn, int type) {}

    private record Trace(int batchNo, int traceNo, int type) {}

    private record Card(String token, long amountMinor, int type, long authCode) {
        boolean isComplete() {
            return !token.isEmpty() && authCode != 0;
        }
    }
}
