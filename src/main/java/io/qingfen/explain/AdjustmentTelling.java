package io.qingfen.explain;

import io.qingfen.explain.Books.Account;
import io.qingfen.explain.Books.AdjustedFee;
import io.qingfen.explain.Books.FeeAdjustment;
import io.qingfen.ledger.Move;

/** Behind a move of an adjustment: who wanted and who approved it, by which plans, and each date's fees by rule. */
final class AdjustmentTelling {
    /** Begins the keys of such moves; id, kind of fees, merchant and currency follow. */
    static final String KEY = "ADJUSTMENT|";

    private final Telling tell;

    AdjustmentTelling(Telling tell) {
        this.tell = tell;
    }

    void tell(Move move) {
        String[] key = move.key().split("\\|");
        tell.books().feeAdjustment(key[1]).ifPresent(adjustment -> tell(adjustment, key[2], move));
    }

    private void tell(FeeAdjustment adjustment, String line, Move move) {
        Account account = new Account(move.businessDate(), move.merchantId(), move.currency());
        tell.out()
                .begin(Item.of("adjustment", adjustment.id())
                        .worth(account.money(move.signedMinor()))
                        .saying(adjustment.reason())
                        .with("proposedBy", adjustment.maker())
                        .with("approvedBy", adjustment.checker())
                        .with("from", adjustment.from())
                        .with("to", adjustment.to())
                        .with("plans", adjustment.plan())
                        .with("plansSha256", adjustment.planSha256())
                        .with("digest", adjustment.digest()));
        long sum = 0;
        for (AdjustedFee fee : tell.books().adjustedFees(adjustment.id(), account, line)) {
            long back = Math.subtractExact(fee.chargedMinor(), fee.otherMinor());
            sum = Math.addExact(sum, back);
            tell.out()
                    .leaf(Item.of("adjusted-fee", fee.date() + " " + fee.oldRule() + " -> " + fee.newRule())
                            .counted(fee.count())
                            .worth(account.money(back))
                            .saying("charged " + account.money(fee.chargedMinor()) + ", under the other plans "
                                    + account.money(fee.otherMinor()))
                            .with("amount", account.money(fee.amountMinor())));
        }
        tell.check("sum of the differences", account.money(sum), account.money(move.signedMinor()));
        tell.out().end();
    }
}
