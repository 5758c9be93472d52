package io.qingfen.matching;

import io.qingfen.intake.Authorization;

/** Receives the verdicts of one terminal's night; every record arrives exactly once. */
public interface TerminalVerdicts {
    /** A pair with its final verdict, or MATCHED and still to be priced. */
    void pair(Pair pair, MatchStatus status);

    /** A pair that points at another record and is judged per merchant. */
    void followUp(Pair pair);

    /** One of today's captures alone: AMBIGUOUS, ORPHAN_CAPTURE or DUPLICATE_CAPTURE. */
    void singleCapture(CaptureSide side, MatchStatus status);

    /** One of today's authorizations alone: ORPHAN_AUTHORIZATION or DUPLICATE_AUTHORIZATION. */
    void singleAuthorization(AuthorizationSide side, MatchStatus status);

    /**
     * One of today's authorizations failed.
     *
     * @param staysOpen its fate is unknown and it waits for a late capture or reversal
     */
    void failed(AuthorizationSide side, boolean staysOpen);

    /** One of today's authorizations moves no money: inquiry, pre-authorization, reversal, or reversed. */
    void notFinancial(AuthorizationSide side);

    /** An open single was reversed. */
    void openReversed(OpenItem item);

    /** A waiting pair was reversed. */
    void pairReversed(OpenItem item);

    /** An open single or waiting pair for which nothing changed. */
    void stillOpen(OpenItem item);

    /** A waiting pair that is judged again per merchant. */
    void judgedAgain(OpenItem item);

    /** An approved pre-authorization opens a hold. */
    void holdOpened(Authorization preauth);

    /**
     * A hold closes.
     *
     * @param rrn of the pre-authorization
     * @param by the void or the reversal that closes it
     */
    void holdClosed(Authorization by, long rrn);

    /** A reversal names something cleared on an earlier date. */
    void reversalAfterClearing(AuthorizationSide reversal, Earlier.Original original);

    /** A reversal found no original and waits. */
    void reversalWaits(AuthorizationSide reversal);

    /** A reversal that waited found its original, or the original had been reversed already. */
    void reversalDone(OpenItem reversal);

    /** A reversal waited long enough without original. */
    void reversalWithoutOriginal(OpenItem reversal);

    /** An approved candidate with a defect: adds a case beside its verdict. */
    void defective(AuthorizationSide side);
}
