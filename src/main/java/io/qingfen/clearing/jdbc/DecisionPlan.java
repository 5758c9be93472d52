package io.qingfen.clearing.jdbc;

import io.qingfen.clearing.DecidedItem;
import io.qingfen.ledger.Move;
import io.qingfen.matching.OpenItem;
import io.qingfen.review.Effect;
import io.qingfen.review.Proposal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a decision does: the moves it makes and the items that it closes.
 *
 * @param moves empty when no money moves
 * @param closings of items that wait; empty for a case without one, and for WAIT
 * @param byClearing LINK: both items are cleared as a pair by the steps of the date, which make the moves
 */
record DecisionPlan(List<Move> moves, List<Closing> closings, boolean byClearing) {

    DecisionPlan(List<Move> moves, List<Closing> closings) {
        this(moves, closings, false);
    }

    /**
     * @param paidSide which record must not be paid again, empty when nothing was paid
     * @param paidCase LINK: the case by which the other record was paid before; else null
     */
    record Closing(DecidedItem item, String paidSide, String paidCase) {}

    Effect effect(Proposal proposal) {
        return new Effect(moves, basis(proposal));
    }

    /** Over what waits and what moves, but not over dates that pass by themselves. */
    String basis(Proposal proposal) {
        StringBuilder text = new StringBuilder();
        add(text, proposal.caseId(), proposal.resolution(), proposal.with(), proposal.until());
        for (Closing closing : closings) {
            OpenItem item = closing.item().item();
            add(text, closing.item().caseId(), item.itemId(), item.openedOn(), item.status());
            add(text, item.suspenseMinor(), item.withheldMinor(), closing.paidSide());
        }
        for (Move move : moves) {
            add(text, move.key(), move.merchantId(), move.line(), move.debitAccount(), move.creditAccount());
            add(text, move.amountMinor(), move.currency().code());
        }
        return sha256(text.toString());
    }

    private static void add(StringBuilder text, Object... fields) {
        for (Object field : fields) {
            text.append(field).append('|');
        }
        text.append('\n');
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
