package io.qingfen.reference.batch;

import io.qingfen.money.Currency;
import io.qingfen.money.Rate;
import io.qingfen.reference.CardOrigin;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import io.qingfen.reference.Conditions;
import io.qingfen.reference.FeeRule;
import io.qingfen.reference.MerchantClass;
import io.qingfen.reference.TxnType;
import io.qingfen.run.FileProblem;
import io.qingfen.run.Shape;
import io.qingfen.run.YamlMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads lists of fee rules: the same form in fee plans and scheme costs. */
final class Tariff {
    private final Shape<Long> amount;

    /** @param currency of the amounts in the rules */
    Tariff(Currency currency) {
        this.amount = Shapes.amount(currency);
    }

    /** The sound rules under this key, in order; everything else is reported. */
    List<FeeRule> rules(YamlMap map, String key) {
        List<FeeRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        boolean open = true;
        if (map.hasList(key) && map.maps(key).isEmpty()) {
            map.problem(key, "has no rule; give at least one");
        }
        for (YamlMap entry : map.maps(key)) {
            FeeRule rule = rule(entry);
            if (rule.id() != null && !ids.add(rule.id())) {
                entry.problem("id", FileProblem.shown(rule.id()) + " stands twice in this list; rename one");
            }
            if (!open) {
                entry.warn("id", "is never reached: a rule without conditions stands above it");
            }
            open &= !rule.when().equals(Conditions.NONE);
            rules.add(rule);
        }
        return List.copyOf(rules);
    }

    private FeeRule rule(YamlMap map) {
        String id = map.value("id", Shapes.ID);
        Conditions when = map.map("when").map(this::conditions).orElse(Conditions.NONE);
        Optional<Rate> rate = map.optional("rate", Shapes.RATE);
        Optional<Long> fixed = map.optional("fixed", amount);
        OptionalLong min = long_(map.optional("min", amount));
        OptionalLong cap = long_(map.optional("cap", amount));
        if (!map.has("rate") && !map.has("fixed")) {
            map.problem("rate", "is missing; give a rate like 0.38%, a fixed amount, or both");
        }
        if (min.isPresent() && cap.isPresent() && min.getAsLong() > cap.getAsLong()) {
            map.problem("min", "is more than cap; lower it or raise cap");
        }
        map.end();
        return new FeeRule(id, when, rate.orElse(Rate.ZERO), fixed.orElse(0L), min, cap);
    }

    private Conditions conditions(YamlMap map) {
        Conditions conditions = new Conditions(
                set(map, "channel", Shape.oneOf(Channel.class)),
                set(map, "cardType", Shape.oneOf(CardType.class)),
                set(map, "cardOrigin", Shape.oneOf(CardOrigin.class)),
                set(map, "txnType", Shape.oneOf(TxnType.class)),
                set(map, "mcc", Shapes.MCC),
                set(map, "merchantClass", Shape.oneOf(MerchantClass.class)),
                List.copyOf(set(map, "entryMode", Shapes.ENTRY_MODE)),
                long_(map.optional("minAmount", amount)),
                long_(map.optional("maxAmount", amount)));
        if (conditions.minAmountMinor().orElse(0) > conditions.maxAmountMinor().orElse(Long.MAX_VALUE)) {
            map.problem("minAmount", "is more than maxAmount: the rule would never apply");
        }
        map.end();
        return conditions;
    }

    /** An empty list is reported: it reads like "never", but no condition means "always". */
    static <T> Set<T> set(YamlMap map, String key, Shape<T> shape) {
        List<T> values = map.list(key, shape);
        if (map.hasList(key) && values.isEmpty() && map.isSound()) {
            map.problem(key, "is an empty list; name values, or leave the key out for no condition");
        }
        return new LinkedHashSet<>(values);
    }

    private static OptionalLong long_(Optional<Long> value) {
        return value.isPresent() ? OptionalLong.of(value.get()) : OptionalLong.empty();
    }
}
