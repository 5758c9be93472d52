package io.qingfen.matching;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.reference.TxnType;
import java.util.HashSet;
import java.util.Set;

/** Step C of matching for one terminal: the verdict on every pair and single, the first that applies. */
public final class TerminalJudgement {
    private final TerminalPairing pairing;
    private final NightRules rules;
    private final Earlier earlier;
    private final TerminalVerdicts verdicts;
    private final Set<String> reversedNow = new HashSet<>();

    private TerminalJudgement(TerminalPairing pairing, NightRules rules, Earlier earlier, TerminalVerdicts verdicts) {
        this.pairing = pairing;
        this.rules = rules;
        this.earlier = earlier;
        this.verdicts = verdicts;
    }

    public static void judge(TerminalPairing pairing, NightRules rules, Earlier earlier, TerminalVerdicts verdicts) {
        new TerminalJudgement(pairing, rules, earlier, verdicts).judge();
    }

    private void judge() {
        pairing.inquiries().forEach(verdicts::notFinancial);
        if (pairing.isFirstRound()) {
            pairing.todays().forEach(this::holdsAndDefects);
        }
        judgeReversals();
        pairing.pairs().forEach(this::judgePair);
        judgeCaptures();
        pairing.openSingles().forEach(this::judgeOpenSingle);
        pairing.todays().forEach(this::judgeTodaysSingle);
        pairing.waitingPairs().forEach(this::judgeWaitingPair);
    }

    private void holdsAndDefects(AuthorizationSide side) {
        Authorization authorization = side.authorization();
        if (side.isDuplicate() || side.outcome() != Outcome.APPROVED) {
            return;
        }
        if (authorization.txnType() == TxnType.PREAUTH) {
            verdicts.holdOpened(authorization);
        } else if (authorization.txnType() == TxnType.PREAUTH_VOID && authorization.originalRrn() >= 0) {
            verdicts.holdClosed(authorization, authorization.originalRrn());
        } else if (side.isCandidate() && !side.isReversed() && rules.isDefective(authorization)) {
            verdicts.defective(side);
        }
    }

    private void judgeReversals() {
        Set<AuthorizationSide> unresolved = new HashSet<>(pairing.unresolvedReversals());
        for (AuthorizationSide reversal : pairing.reversals()) {
            if (pairing.hasGivenUp(reversal)) {
                verdicts.reversalWithoutOriginal(reversal.open());
            } else if (unresolved.contains(reversal)) {
                judgeUnresolved(reversal);
            } else {
                closeHoldOfToday(reversal);
                reversalDone(reversal);
            }
        }
    }

    private void closeHoldOfToday(AuthorizationSide reversal) {
        long rrn = Reversals.originalRrn(reversal.authorization());
        boolean ofHold = pairing.todays().stream()
                .anyMatch(side -> side.isReversed()
                        && side.authorization().txnType() == TxnType.PREAUTH
                        && side.authorization().rrn() == rrn);
        if (ofHold) {
            verdicts.holdClosed(reversal.authorization(), rrn);
        }
    }

    private void judgeUnresolved(AuthorizationSide reversal) {
        Authorization authorization = reversal.authorization();
        Question question = Question.originalOf(authorization.merchant().id(), Reversals.originalRrn(authorization));
        Earlier.Original original = earlier.original(question);
        if (original != null) {
            if (!original.reversed() && reversedNow.add(original.transactionId() + original.date())) {
                verdicts.reversalAfterClearing(reversal, original);
            }
            reversalDone(reversal);
        } else if (earlier.openHold(question)) {
            verdicts.holdClosed(authorization, question.rrn());
            reversalDone(reversal);
        } else if (reversal.isTodays()) {
            verdicts.reversalWaits(reversal);
        }
    }

    private void reversalDone(AuthorizationSide reversal) {
        if (reversal.isTodays()) {
            verdicts.notFinancial(reversal);
        } else {
            verdicts.reversalDone(reversal.open());
        }
    }

    private void judgePair(Pair pair) {
        if (pairing.isLateDelivery(pair) && earlier.clearedHere(TerminalPairing.clearedEarlier(pair))) {
            verdicts.pair(pair, MatchStatus.DUPLICATE_CAPTURE);
            return;
        }
        MatchStatus breach = PairVerdict.of(
                pair.captureSide().capture(),
                pair.authorizationSide().authorization(),
                pair.authorizationSide().outcome(),
                pair.authorizationSide().isReversed());
        if (breach != MatchStatus.MATCHED) {
            verdicts.pair(pair, breach);
        } else if (pair.captureSide().capture().txnType().isFollowUp()) {
            verdicts.followUp(pair);
        } else {
            verdicts.pair(pair, MatchStatus.MATCHED);
        }
    }

    private void judgeCaptures() {
        pairing.duplicateCaptures().forEach(side -> verdicts.singleCapture(side, MatchStatus.DUPLICATE_CAPTURE));
        Set<CaptureSide> ambiguous = new HashSet<>(pairing.ambiguous());
        for (CaptureSide side : pairing.captures()) {
            if (side.isUsed() || pairing.isLeft(side)) {
                continue;
            }
            if (!side.isTodays()) {
                verdicts.stillOpen(side.open());
            } else if (ambiguous.contains(side)) {
                verdicts.singleCapture(side, MatchStatus.AMBIGUOUS);
            } else {
                verdicts.singleCapture(side, orphan(side.capture(), side));
            }
        }
    }

    private MatchStatus orphan(Capture capture, CaptureSide side) {
        boolean again = capture.hasRrn() && earlier.clearedHere(TerminalPairing.clearedEarlier(side));
        return again ? MatchStatus.DUPLICATE_CAPTURE : MatchStatus.ORPHAN_CAPTURE;
    }

    private void judgeOpenSingle(AuthorizationSide side) {
        if (side.isUsed() || pairing.isLeft(side)) {
            return;
        }
        if (side.isReversed()) {
            verdicts.openReversed(side.open());
        } else {
            verdicts.stillOpen(side.open());
        }
    }

    private void judgeTodaysSingle(AuthorizationSide side) {
        if (side.isUsed() || pairing.isLeft(side)) {
            return;
        }
        if (side.isDuplicate()) {
            verdicts.singleAuthorization(side, MatchStatus.DUPLICATE_AUTHORIZATION);
        } else if (side.outcome() != Outcome.APPROVED) {
            boolean staysOpen = side.outcome() == Outcome.UNKNOWN && side.isCandidate() && !side.isReversed();
            verdicts.failed(side, staysOpen);
        } else if (!side.isCandidate() || side.isReversed()) {
            verdicts.notFinancial(side);
        } else {
            boolean again = earlier.clearedHere(TerminalPairing.clearedEarlier(side));
            verdicts.singleAuthorization(
                    side, again ? MatchStatus.DUPLICATE_AUTHORIZATION : MatchStatus.ORPHAN_AUTHORIZATION);
        }
    }

    private void judgeWaitingPair(AuthorizationSide side) {
        if (side.isReversed()) {
            verdicts.pairReversed(side.open());
        } else if (side.open().status().isJudgedAgain()) {
            verdicts.judgedAgain(side.open());
        } else {
            verdicts.stillOpen(side.open());
        }
    }
}
