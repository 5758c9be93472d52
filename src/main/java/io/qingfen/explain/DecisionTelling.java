package io.qingfen.explain;

import io.qingfen.explain.Books.Account;
import io.qingfen.explain.Books.Decided;
import io.qingfen.explain.Books.Transaction;
import io.qingfen.ledger.Move;
import io.qingfen.pricing.FeeArithmetic;
import io.qingfen.reference.FeeRule;
import java.time.LocalDate;
import java.util.Optional;

/** Behind the fee or cost that a decision moved: the tariff and its arithmetic, or what a reversed sale still held. */
final class DecisionTelling {
    private static final String FEE = "FEE";
    private static final String COST = "COST";
    private final Telling tell;

    DecisionTelling(Telling tell) {
        this.tell = tell;
    }

    /** Of a move {@code CASE|ID|FEE} or {@code CASE|ID|COST}; others are amounts of records, which stand beside them. */
    void tell(Move move) {
        String[] key = move.key().split("\\|");
        boolean priced = key.length == 3 && (key[2].equals(FEE) || key[2].equals(COST));
        if (priced) {
            tell.books().decided(key[1]).ifPresent(decided -> tell(decided, move, key));
        }
    }

    private void tell(Decided decided, Move move, String[] key) {
        boolean fee = key[2].equals(FEE);
        if (decided.resolution().equals("REFUND_CARDHOLDER")) {
            tell.out().leaf(leaf(fee, move).saying("gives back what the reversed sale still held of it"));
            return;
        }
        long taken = moved(key[1], FEE);
        long cost = moved(key[1], COST);
        LocalDate own = decided.judged().account().date();
        Optional<PriceStory> story = story(decided, move, own, taken, cost);
        if (story.isEmpty() && decided.laterOn() != null && decided.laterOn().isAfter(own)) {
            story = story(decided, move, decided.laterOn(), taken, cost);
        }
        story.ifPresentOrElse(
                found -> arithmetic(found, decided, move, fee),
                () -> tell.out().leaf(leaf(fee, move).saying("as booked; the reference data do not give it again")));
    }

    private static Item leaf(boolean fee, Move move) {
        return Item.of(fee ? "fee" : "cost", fee ? "merchant fee" : "scheme cost")
                .worth(account(move, move.businessDate()).money(move.amountMinor()));
    }

    private long moved(String caseId, String step) {
        return tell.books().movesOf("CASE|" + caseId + "|" + step).stream()
                .mapToLong(Move::amountMinor)
                .reduce(0, Math::addExact);
    }

    private Optional<PriceStory> story(Decided decided, Move move, LocalDate tariffOf, long fee, long cost) {
        Transaction settled =
                decided.judged().settled(account(move, tariffOf), decided.minor(), decided.entryMode(), fee, cost);
        LocalDate month = tariffOf.withDayOfMonth(1);
        return PriceStory.of(
                settled,
                tell.reference(tariffOf),
                merchant -> tell.books().salesBetween(merchant.id(), merchant.currency(), month.minusMonths(1), month));
    }

    private void arithmetic(PriceStory story, Decided decided, Move move, boolean fee) {
        if (fee) {
            tell.out()
                    .leaf(Item.of("fee", story.rule().id())
                            .worth(account(move, move.businessDate()).money(move.amountMinor()))
                            .saying(FeeText.of(story.rule(), decided.minor(), move.currency()))
                            .with("plan", story.plan().id())
                            .with("effectiveFrom", story.plan().effectiveFrom())
                            .with("tier", story.tier()));
            return;
        }
        story.costs().forEach((component, rule) -> component(component.id(), rule, decided, move));
    }

    private void component(String component, FeeRule rule, Decided decided, Move move) {
        tell.out()
                .leaf(Item.of("cost-part", component)
                        .worth(account(move, move.businessDate()).money(FeeArithmetic.fee(rule, decided.minor())))
                        .saying(FeeText.of(rule, decided.minor(), move.currency()))
                        .with("rule", rule.id()));
    }

    private static Account account(Move move, LocalDate date) {
        return new Account(date, move.merchantId(), move.currency());
    }
}
