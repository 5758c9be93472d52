package io.qingfen.matching;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.reference.TxnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Steps A and B of matching for one terminal: reversals find their originals, duplicates are set aside, captures and
 * authorizations are paired. What it could not know from the terminal's own records it asks, see {@link #questions()}.
 */
public final class TerminalPairing {
    private final NightRules rules;
    private final Round round;
    private final List<AuthorizationSide> todays = new ArrayList<>();
    private final List<AuthorizationSide> openSingles = new ArrayList<>();
    private final List<AuthorizationSide> waitingPairs = new ArrayList<>();
    private final List<AuthorizationSide> inquiries = new ArrayList<>();
    private final List<AuthorizationSide> reversals = new ArrayList<>();
    private final List<CaptureSide> captures = new ArrayList<>();
    private List<AuthorizationSide> unresolvedReversals = List.of();
    private List<CaptureSide> duplicateCaptures = List.of();
    private PairFinder finder;

    private TerminalPairing(NightRules rules, Round round) {
        this.rules = rules;
        this.round = round;
    }

    public static TerminalPairing of(TerminalNight night, NightRules rules) {
        return of(night, earlierCaptures(night.open()), rules, Round.ALL);
    }

    /** The captures of open items and waiting pairs: today's that repeat one are set aside. */
    static List<Capture> earlierCaptures(List<OpenItem> open) {
        return open.stream().map(OpenItem::capture).filter(Objects::nonNull).toList();
    }

    /**
     * @param night whole in {@link Round#ALL}; in {@link Round#REFERENCE} all with some rrns, its captures have one
     * @param earlierCaptures of open items and waiting pairs, at least those that a capture of the night may repeat
     */
    static TerminalPairing of(TerminalNight night, List<Capture> earlierCaptures, NightRules rules, Round round) {
        TerminalPairing pairing = new TerminalPairing(rules, round);
        pairing.sortIn(night, rules::outcome);
        pairing.pair(earlierCaptures);
        return pairing;
    }

    /** A later round: with what the round before it left under some keys. */
    static TerminalPairing of(Unpaired left, List<Capture> earlierCaptures, NightRules rules, Round round) {
        TerminalPairing pairing = new TerminalPairing(rules, round);
        left.authorizations().forEach(side -> (side.isTodays() ? pairing.todays : pairing.openSingles).add(side));
        pairing.captures.addAll(left.captures());
        if (round == Round.TRACE) {
            pairing.setAsideDuplicateCaptures(earlierCaptures);
        }
        pairing.findPairs();
        return pairing;
    }

    private void sortIn(TerminalNight night, Function<Authorization, Outcome> outcome) {
        List<OpenItem> open = new ArrayList<>(night.open());
        open.sort(Comparator.comparing(item -> (item.capture() != null
                ? item.capture().source()
                : item.authorization().source())));
        for (OpenItem item : open) {
            sortIn(item, outcome);
        }
        for (Authorization authorization : night.authorizations()) {
            AuthorizationSide side = new AuthorizationSide(authorization, outcome.apply(authorization), null);
            switch (authorization.txnType()) {
                case BALANCE_INQUIRY -> inquiries.add(side);
                case REVERSAL -> reversals.add(side);
                default -> todays.add(side);
            }
        }
        for (Capture capture : night.captures()) {
            captures.add(new CaptureSide(capture, null));
        }
    }

    private void sortIn(OpenItem item, Function<Authorization, Outcome> outcome) {
        if (item.authorization() == null) {
            captures.add(new CaptureSide(item.capture(), item));
            return;
        }
        AuthorizationSide side = new AuthorizationSide(item.authorization(), outcome.apply(item.authorization()), item);
        if (item.isReversal()) {
            reversals.add(side);
        } else {
            (item.isPair() ? waitingPairs : openSingles).add(side);
        }
    }

    private void pair(List<Capture> earlierCaptures) {
        List<AuthorizationSide> earlier = new ArrayList<>(openSingles);
        earlier.addAll(waitingPairs);
        earlier.sort(Comparator.comparing(side -> side.authorization().source()));
        List<AuthorizationSide> originals = new ArrayList<>(earlier);
        originals.addAll(todays);
        List<AuthorizationSide> joining =
                reversals.stream().filter(side -> !hasGivenUp(side)).toList();
        unresolvedReversals = new ArrayList<>(Reversals.apply(joining, originals));
        Duplicates.mark(earlier, todays);
        setAsideDuplicateCaptures(earlierCaptures);
        findPairs();
    }

    private void findPairs() {
        List<AuthorizationSide> candidates = new ArrayList<>(openSingles);
        candidates.addAll(todays);
        candidates.removeIf(side -> !side.isCandidate());
        finder = new PairFinder(captures, candidates).find(round);
    }

    private void setAsideDuplicateCaptures(List<Capture> earlier) {
        List<CaptureSide> todaysCaptures = new ArrayList<>(captures);
        todaysCaptures.removeIf(side -> !side.isTodays());
        captures.removeAll(new java.util.HashSet<>(todaysCaptures));
        duplicateCaptures = Duplicates.remove(earlier, todaysCaptures);
        captures.addAll(todaysCaptures);
    }

    /** For the next round: nothing after the last. */
    Unpaired left() {
        Unpaired left = Unpaired.nothing();
        captures.stream().filter(this::isLeft).forEach(left.captures()::add);
        openSingles.stream().filter(this::isLeft).forEach(left.authorizations()::add);
        todays.stream().filter(this::isLeft).forEach(left.authorizations()::add);
        return left;
    }

    boolean isLeft(CaptureSide side) {
        return !round.isLast() && !side.isUsed() && !side.capture().hasRrn();
    }

    boolean isLeft(AuthorizationSide side) {
        return !round.isLast() && !side.isUsed() && side.isCandidate();
    }

    boolean isFirstRound() {
        return round.isFirst();
    }

    /** A reversal that no longer joins: yesterday was its last date. */
    boolean hasGivenUp(AuthorizationSide reversal) {
        return reversal.open() != null && reversal.open().joinsUntil().isBefore(rules.businessDate());
    }

    /** What only earlier dates can tell; usually nothing. */
    public List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (AuthorizationSide reversal : unresolvedReversals) {
            Authorization authorization = reversal.authorization();
            questions.add(Question.originalOf(authorization.merchant().id(), Reversals.originalRrn(authorization)));
        }
        for (Pair pair : finder.pairs()) {
            if (isLateDelivery(pair)) {
                questions.add(clearedEarlier(pair));
            }
        }
        for (CaptureSide side : captures) {
            if (!side.isUsed() && side.isTodays() && side.capture().hasRrn()) {
                questions.add(clearedEarlier(side));
            }
        }
        for (AuthorizationSide side : todays) {
            if (wouldBeOrphan(side)) {
                questions.add(clearedEarlier(side));
            }
        }
        return questions;
    }

    /** The authorization is older than this business date: both sides may have been delivered again. */
    boolean isLateDelivery(Pair pair) {
        return pair.authorizationSide().authorization().txnTime() < rules.previousCutOff();
    }

    boolean wouldBeOrphan(AuthorizationSide side) {
        return !isLeft(side)
                && side.isTodays()
                && side.isCandidate()
                && !side.isUsed()
                && !side.isReversed()
                && side.outcome() == Outcome.APPROVED;
    }

    static Question clearedEarlier(Pair pair) {
        Capture capture = pair.captureSide().capture();
        long rrn = capture.hasRrn()
                ? capture.rrn()
                : pair.authorizationSide().authorization().rrn();
        return Question.claimClearedHere(capture.terminal().id(), rrn, capture.txnType());
    }

    static Question clearedEarlier(CaptureSide side) {
        return Question.claimClearedHere(
                side.capture().terminal().id(),
                side.capture().rrn(),
                side.capture().txnType());
    }

    static Question clearedEarlier(AuthorizationSide side) {
        TxnType type = side.authorization().txnType();
        return Question.clearedHere(
                side.authorization().terminal().id(), side.authorization().rrn(), type);
    }

    List<AuthorizationSide> todays() {
        return todays;
    }

    List<AuthorizationSide> openSingles() {
        return openSingles;
    }

    List<AuthorizationSide> waitingPairs() {
        return waitingPairs;
    }

    List<AuthorizationSide> inquiries() {
        return inquiries;
    }

    List<AuthorizationSide> reversals() {
        return reversals;
    }

    List<AuthorizationSide> unresolvedReversals() {
        return unresolvedReversals;
    }

    List<CaptureSide> captures() {
        return captures;
    }

    List<CaptureSide> duplicateCaptures() {
        return duplicateCaptures;
    }

    List<Pair> pairs() {
        return finder.pairs();
    }

    List<CaptureSide> ambiguous() {
        return finder.ambiguous();
    }
}
