package io.qingfen.adjustments;

import io.qingfen.ledger.Account;
import io.qingfen.ledger.Move;
import io.qingfen.money.Currency;
import io.qingfen.settlement.Line;
import java.time.LocalDate;

/**
 * What one merchant's fees of one kind change by, over all dates of an adjustment: one move of the night that books it.
 *
 * @param fees MERCHANT_FEES or INSTANT_FEE
 * @param differenceMinor not 0; above 0: the merchant owes more
 */
public record AdjustedFees(String merchantId, Currency currency, Line fees, long differenceMinor) {
    /** Begins the keys of moves of adjustments. */
    public static final String KEY = "ADJUSTMENT|";

    /** What the position gets: + is owed to the merchant. */
    public long signedMinor() {
        return Math.negateExact(differenceMinor);
    }

    /** The income goes where the fee went when it was charged. */
    public Move move(Adjustment adjustment, LocalDate businessDate) {
        String income = fees == Line.INSTANT_FEE ? Account.INSTANT_FEES : Account.MERCHANT_FEES;
        String payable = Account.merchantPayable(merchantId);
        boolean owesMore = differenceMinor > 0;
        return new Move(
                businessDate,
                KEY + String.join("|", adjustment.id(), fees.name(), merchantId, currency.code()),
                merchantId,
                Line.ADJUSTMENTS.name(),
                owesMore ? payable : income,
                owesMore ? income : payable,
                Math.absExact(differenceMinor),
                currency,
                "adjustment " + adjustment.id() + " of " + (fees == Line.INSTANT_FEE ? "instant fees" : "fees") + " of "
                        + adjustment.basis().period());
    }
}
