package io.qingfen.explain;

import io.qingfen.explain.Books.Transaction;
import io.qingfen.money.Amounts;
import io.qingfen.pricing.FeeArithmetic;
import io.qingfen.pricing.Priceable;
import io.qingfen.pricing.Tariff;
import io.qingfen.reference.CardOrigin;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import io.qingfen.reference.CostComponent;
import io.qingfen.reference.FeePlan;
import io.qingfen.reference.FeeRule;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.TxnType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * How a cleared debit came to its fee and cost: the plan version, the list its tier chose, the rule, the components.
 *
 * @param tier in words, empty for a plan without tiers
 * @param costs rules of the components that apply, by component
 */
record PriceStory(FeePlan plan, String tier, FeeRule rule, CardOrigin origin, Map<CostComponent, FeeRule> costs) {

    /**
     * Prices the transaction again from the date's snapshot. The books do not hold the card's origin; it is the one that
     * gives the booked fee rule, fee and cost; of what people settled, fee and cost, since the books name no rule.
     *
     * @param salesOfLastMonth asked only for plans with tiers
     * @return empty when the snapshot does not give what was booked
     */
    static Optional<PriceStory> of(Transaction item, Snapshot snapshot, ToLongFunction<Merchant> salesOfLastMonth) {
        Merchant merchant = snapshot.merchant(item.account().merchantId());
        FeePlan plan = merchant == null
                ? null
                : snapshot.plan(merchant.feePlan(), item.account().date()).orElse(null);
        if (plan == null || item.feeMinor() == null) {
            return Optional.empty();
        }
        Chosen chosen = choose(plan, merchant, salesOfLastMonth);
        for (CardOrigin origin : CardOrigin.values()) {
            Priceable priced = priceable(item, merchant, origin);
            FeeRule rule = Tariff.find(chosen.rules(), priced);
            PriceStory story = new PriceStory(plan, chosen.words(), rule, origin, costs(priced, snapshot));
            if (rule != null && story.gives(item)) {
                return Optional.of(story);
            }
        }
        return Optional.empty();
    }

    private record Chosen(List<FeeRule> rules, String words) {}

    private static Chosen choose(FeePlan plan, Merchant merchant, ToLongFunction<Merchant> salesOfLastMonth) {
        if (plan.tiers().isEmpty()) {
            return new Chosen(plan.rules().get(FeePlan.ONLY_LIST), "");
        }
        long sales = salesOfLastMonth.applyAsLong(merchant);
        for (FeePlan.Tier tier : plan.tiers()) {
            if (sales <= tier.upToMinor()) {
                return new Chosen(plan.rules().get(tier.rules()), tierWords(tier, sales, merchant));
            }
        }
        return new Chosen(List.of(), "");
    }

    private static String tierWords(FeePlan.Tier tier, long sales, Merchant merchant) {
        String had = "cleared net sales of the month before: " + Amounts.format(sales, merchant.currency());
        return tier.rules() + ": " + had
                + (tier.upToMinor() == Long.MAX_VALUE
                        ? ", above every other tier"
                        : ", up to " + Amounts.format(tier.upToMinor(), merchant.currency()));
    }

    private static Priceable priceable(Transaction item, Merchant merchant, CardOrigin origin) {
        return new Priceable(
                TxnType.valueOf(item.txnType()),
                Channel.valueOf(item.channel()),
                CardType.valueOf(item.cardType()),
                origin,
                item.entryMode(),
                merchant,
                item.amountMinor(),
                item.account().currency());
    }

    /** Of each component the version in force. */
    private static Map<CostComponent, FeeRule> costs(Priceable priced, Snapshot snapshot) {
        LocalDate date = snapshot.businessDate();
        Map<String, CostComponent> inForce = new LinkedHashMap<>();
        snapshot.costs().stream()
                .filter(component -> !component.effectiveFrom().isAfter(date))
                .forEach(component -> inForce.put(component.id(), component));
        Map<CostComponent, FeeRule> rules = new LinkedHashMap<>();
        for (CostComponent component : inForce.values()) {
            FeeRule rule = Tariff.find(component.rules(), priced);
            if (rule != null) {
                rules.put(component, rule);
            }
        }
        return rules;
    }

    private boolean gives(Transaction item) {
        long cost = costs.values().stream()
                .mapToLong(each -> FeeArithmetic.fee(each, item.amountMinor()))
                .reduce(0, Math::addExact);
        return (item.feeRule() == null || rule.id().equals(item.feeRule()))
                && FeeArithmetic.fee(rule, item.amountMinor()) == item.feeMinor()
                && cost == item.costMinor();
    }
}
