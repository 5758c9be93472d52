package io.qingfen.explain;

import io.qingfen.explain.Books.Compared;
import io.qingfen.explain.Books.SchemeCost;
import io.qingfen.ledger.Move;
import io.qingfen.money.Money;
import java.time.LocalDate;

/** Behind a move that a scheme's files made: the transactions whose cost differs, with their lines in the files. */
final class SchemeTelling {
    /** Begins the keys of moves of costs; source, date of the comparison, channel, merchant, currency and a kind follow. */
    static final String COST = "SCHEME_COST|";

    /** Begins the keys of moves of disputes; file and line follow. */
    static final String DISPUTE = "DISPUTE|";

    private final Telling tell;

    SchemeTelling(Telling tell) {
        this.tell = tell;
    }

    /** File and line of the scheme, what it disputes, and which transaction of ours it is. */
    void dispute(Move move) {
        String place = move.key().substring(DISPUTE.length()).replace("|COST", "");
        int colon = place.lastIndexOf(':');
        tell.books()
                .schemeDispute(place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)))
                .ifPresent(dispute -> tell.out()
                        .leaf(Item.of("dispute", dispute.type() + " " + place)
                                .worth(new Money(dispute.amountMinor(), move.currency()))
                                .saying(dispute.words() + ", reason " + dispute.reason())
                                .with("cost", new Money(dispute.costMinor(), move.currency()))
                                .with("transaction", dispute.transactionId())
                                .with("transactionDate", dispute.transactionDate())
                                .with("answerUntil", dispute.answerUntil())
                                .with("case", dispute.caseId())));
    }

    void cost(Move move) {
        String[] key = move.key().split("\\|", -1);
        LocalDate compared = LocalDate.parse(key[2]);
        long sum = 0;
        long count = 0;
        boolean fees = key.length > 6;
        Compared of = new Compared(key[1], compared, key[3], key[4], key[5]);
        for (SchemeCost cost : fees ? tell.books().brandFees(of) : tell.books().schemeCosts(of)) {
            long more = Math.subtractExact(cost.schemeMinor(), cost.ownMinor());
            sum = Math.addExact(sum, more);
            if (++count <= tell.most()) {
                tell.out()
                        .leaf(Item.of("transaction", cost.transactionId())
                                .worth(new Money(more, move.currency()))
                                .saying((fees ? "brand fee" : "reckoned " + new Money(cost.ownMinor(), move.currency()))
                                        + ", the scheme keeps " + new Money(cost.schemeMinor(), move.currency()))
                                .with("date", cost.date())
                                .with("file", cost.place()));
            }
        }
        if (count > tell.most()) {
            tell.more(count - tell.most());
        }
        if (count > 0) {
            tell.check(
                    "sum of the differences",
                    new Money(Math.abs(sum), move.currency()),
                    new Money(move.amountMinor(), move.currency()));
        }
    }
}
