package io.qingfen.scheme;

import io.qingfen.ledger.Account;
import io.qingfen.ledger.Move;
import io.qingfen.money.Currency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a dispute moves in the books.
 *
 * @param place file and line of the scheme, unique for ever
 * @param line of the position: CHARGEBACKS or CHARGEBACK_REVERSALS
 * @param amountMinor minor units: + the scheme pays us, - we pay it
 * @param costMinor what the scheme keeps, + we pay
 */
public record DisputeMoves(
        String place,
        String type,
        String merchantId,
        String channel,
        String line,
        long amountMinor,
        long costMinor,
        Currency currency) {
    /** Begins the keys of such moves; file and line follow, and COST for what the scheme keeps. */
    public static final String KEY = "DISPUTE|";

    /** The merchant's side and, where the scheme keeps something or gives a fee back, the cost. */
    public List<Move> on(LocalDate businessDate) {
        List<Move> moves = new ArrayList<>();
        String payable = Account.merchantPayable(merchantId);
        moves.add(move(businessDate, "", line, Account.schemeReceivable(channel), payable, amountMinor));
        if (costMinor != 0) {
            String cost = Account.schemeCost(channel);
            moves.add(move(businessDate, "|COST", "", cost, Account.schemeReceivable(channel), costMinor));
        }
        return moves;
    }

    /** A negative amount swaps the sides. */
    private Move move(LocalDate date, String end, String ofLine, String debit, String credit, long minor) {
        return new Move(
                date,
                KEY + place + end,
                merchantId,
                ofLine,
                minor > 0 ? debit : credit,
                minor > 0 ? credit : debit,
                Math.abs(minor),
                currency,
                (end.isEmpty() ? "dispute " : "cost of dispute ") + type + " " + place);
    }
}
