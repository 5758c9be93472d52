package io.qingfen.explain;

import io.qingfen.explain.Books.Account;
import io.qingfen.explain.Books.Effect;
import io.qingfen.explain.Books.Transaction;
import io.qingfen.money.Currency;
import io.qingfen.money.Money;
import io.qingfen.pricing.FeeArithmetic;
import io.qingfen.reference.FeePlan;
import io.qingfen.reference.FeeRule;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.Snapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The fee and the scheme cost of a cleared transaction: rule, condition, arithmetic. */
final class FeeTelling {
    private final Telling tell;

    FeeTelling(Telling tell) {
        this.tell = tell;
    }

    /** The fee alone. */
    void fee(Transaction item) {
        if (item.isCredit()) {
            original(item).ifPresentOrElse(original -> givenBack(item, original, false), () -> booked(item));
        } else {
            priced(item).ifPresentOrElse(story -> tell.out().leaf(fee(item, story)), () -> booked(item));
        }
    }

    /** Fee, its reasons, and the cost by component. */
    void whole(Transaction item) {
        if (item.isCredit()) {
            original(item).ifPresentOrElse(original -> givenBack(item, original, true), () -> booked(item));
        } else {
            priced(item).ifPresentOrElse(story -> whole(item, story), () -> booked(item));
        }
    }

    private Optional<PriceStory> priced(Transaction item) {
        LocalDate month = item.account().date().withDayOfMonth(1);
        return PriceStory.of(
                item,
                tell.reference(item.account().date()),
                merchant -> tell.books().salesBetween(merchant.id(), merchant.currency(), month.minusMonths(1), month));
    }

    private static Item fee(Transaction item, PriceStory story) {
        return Item.of("fee", item.feeRule())
                .worth(item.account().money(item.feeMinor()))
                .saying(FeeText.of(
                        story.rule(), item.amountMinor(), item.account().currency()));
    }

    private void whole(Transaction item, PriceStory story) {
        Currency home = tell.reference(item.account().date())
                .merchant(item.account().merchantId())
                .currency();
        tell.out()
                .leaf(fee(item, story)
                        .with("plan", story.plan().id())
                        .with("effectiveFrom", story.plan().effectiveFrom())
                        .with("tier", story.tier())
                        .with("condition", Phrases.conditions(story.rule().when(), home)));
        tell.out()
                .begin(Item.of("cost", "scheme cost")
                        .worth(item.account().money(item.costMinor()))
                        .saying("what the scheme takes from the acquirer, each part by itself"));
        story.costs().forEach((component, rule) -> component(item, component.id(), rule, home));
        tell.out().end();
    }

    private void component(Transaction item, String component, FeeRule rule, Currency home) {
        Account account = item.account();
        tell.out()
                .leaf(Item.of("cost-part", component)
                        .worth(account.money(FeeArithmetic.fee(rule, item.amountMinor())))
                        .saying(FeeText.of(rule, item.amountMinor(), account.currency()))
                        .with("rule", rule.id())
                        .with("condition", Phrases.conditions(rule.when(), home)));
    }

    /** Without the means to reckon it again, what was booked and nothing else. */
    private void booked(Transaction item) {
        tell.out()
                .leaf(Item.of("fee", String.valueOf(item.feeRule()))
                        .worth(item.account().money(item.feeMinor()))
                        .saying("as booked; the reference data of the date do not give it again")
                        .with("schemeCost", item.account().money(item.costMinor())));
    }

    private Optional<Transaction> original(Transaction item) {
        return item.originalId() == null
                ? Optional.empty()
                : tell.books().transaction(item.originalId(), item.originalDate());
    }

    private void givenBack(Transaction item, Transaction original, boolean whole) {
        Account account = item.account();
        boolean refund = item.txnType().equals("REFUND");
        Before before = before(item, original);
        Item fee = Item.of("fee", item.feeRule())
                .worth(account.money(item.feeMinor()))
                .saying(words(item, original, before, refund));
        if (!whole) {
            tell.out().leaf(fee);
            return;
        }
        tell.out()
                .leaf(fee.with("original", original.id())
                        .with("originalDate", original.account().date())
                        .with("originalAmount", original.account().money(original.amountMinor()))
                        .with("originalFee", original.account().money(original.feeMinor())));
        Item cost = Item.of("cost", "scheme cost").worth(account.money(item.costMinor()));
        tell.out()
                .leaf(
                        refund && !keeps(item)
                                ? cost.saying(proportion(
                                        original.costMinor(), before.costMinor(), item.costMinor(), before, original))
                                : cost);
    }

    private String words(Transaction item, Transaction original, Before before, boolean refund) {
        if (!refund) {
            return "a void gives back the whole fee of " + original.id() + ": "
                    + new Money(original.feeMinor(), item.account().currency());
        }
        return keeps(item)
                ? "the plan keeps the fee when money is refunded (refundFee: KEEP)"
                : proportion(original.feeMinor(), before.feeMinor(), item.feeMinor(), before, original);
    }

    private static String proportion(
            long totalMinor, long beforeMinor, long bookedMinor, Before before, Transaction original) {
        return FeeText.ofGivenBack(
                totalMinor,
                before.refundedMinor(),
                original.amountMinor(),
                beforeMinor,
                Math.negateExact(bookedMinor),
                original.account().currency());
    }

    private boolean keeps(Transaction item) {
        Snapshot reference = tell.reference(item.account().date());
        Merchant merchant = reference.merchant(item.account().merchantId());
        return merchant != null
                && reference
                        .plan(merchant.feePlan(), item.account().date())
                        .map(FeePlan::refundFee)
                        .filter(FeePlan.RefundFee.KEEP::equals)
                        .isPresent();
    }

    /**
     * Refunds of an original up to and including one.
     *
     * @param feeMinor given back before it, @param costMinor likewise
     */
    private record Before(long refundedMinor, long feeMinor, long costMinor) {}

    private Before before(Transaction item, Transaction original) {
        List<Effect> refunds = tell
                .books()
                .effects(original.id(), original.account().date())
                .stream()
                .filter(effect -> effect.kind().equals("REFUND"))
                .toList();
        long refunded = 0;
        long fee = 0;
        long cost = 0;
        for (Effect effect : refunds) {
            refunded = Math.addExact(refunded, effect.amountMinor());
            if (effect.itemId().equals(item.id())) {
                break;
            }
            fee = Math.addExact(fee, effect.feeMinor());
            cost = Math.addExact(cost, effect.costMinor());
        }
        return new Before(refunded, fee, cost);
    }
}
