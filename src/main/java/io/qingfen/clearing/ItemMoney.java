package io.qingfen.clearing;

import io.qingfen.intake.Authorization;
import io.qingfen.matching.MatchStatus;
import io.qingfen.matching.Outcome;
import io.qingfen.reference.TxnType;

/**
 * What an item that stays open does to the books while it waits: approved money that is not cleared stands in suspense,
 * and a credit that the scheme has promised to a cardholder is kept out of the merchant's payout.
 *
 * @param suspenseMinor credit side of suspense, signed: positive for sales, negative for voids and refunds
 * @param withheldMinor taken from the position, minor units, 0 or more
 */
public record ItemMoney(long suspenseMinor, long withheldMinor) {
    public static final ItemMoney NONE = new ItemMoney(0, 0);

    /** @param authorization null for a capture alone: no money is known to come */
    public static ItemMoney of(MatchStatus status, Authorization authorization, Outcome outcome) {
        if (authorization == null || !status.isHeld() || outcome != Outcome.APPROVED) {
            return NONE;
        }
        long amount = authorization.amountMinor();
        boolean credit = authorization.txnType().side() == TxnType.Side.CREDIT;
        return credit ? new ItemMoney(Math.negateExact(amount), amount) : new ItemMoney(amount, 0);
    }
}
