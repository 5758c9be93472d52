package io.qingfen.reference.batch;

import io.qingfen.money.Currency;
import io.qingfen.money.Rate;
import io.qingfen.reference.FeePlan;
import io.qingfen.reference.FeePlan.Instant;
import io.qingfen.reference.FeePlan.RefundFee;
import io.qingfen.reference.FeePlan.Tier;
import io.qingfen.reference.FeeRule;
import io.qingfen.run.FileProblem;
import io.qingfen.run.FileProblems;
import io.qingfen.run.Shape;
import io.qingfen.run.YamlMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code fee-plans.yml}: what merchants pay. */
final class FeePlansFile {
    private final Currency home;
    private final Versions<FeePlan> plans = new Versions<>(FeePlan::effectiveFrom);

    private FeePlansFile(Currency currency) {
        this.home = currency;
    }

    static Versions<FeePlan> read(ReferenceFiles files, Currency currency, FileProblems problems) throws IOException {
        return read(files, ReferenceFiles.FEE_PLANS, currency, problems);
    }

    /** @param name of the file among these files, as problems call it */
    static Versions<FeePlan> read(ReferenceFiles files, String name, Currency currency, FileProblems problems)
            throws IOException {
        FeePlansFile reading = new FeePlansFile(currency);
        new YamlFile(name, problems).read(files).ifPresentOrElse(reading::plans, reading.plans::unreadable);
        return reading.plans;
    }

    private void plans(YamlMap map) {
        if (!map.has("plans")) {
            map.problem("plans", "is missing; list the plans under it");
            plans.unreadable();
        }
        map.maps("plans").forEach(this::plan);
        map.end();
    }

    private void plan(YamlMap map) {
        Currency currency = map.optional("currency", Shapes.CURRENCY).orElse(home);
        Shape<Long> amount = Shapes.amount(currency);
        FeePlan plan = new FeePlan(
                map.value("id", Shapes.ID),
                map.optional("effectiveFrom", Shapes.DATE).orElse(Versions.ALWAYS),
                map.value("refundFee", Shape.oneOf(RefundFee.class)),
                map.map("instant").map(instant -> instant(instant, amount)),
                tiers(map, amount),
                rules(map, new Tariff(currency)));
        checkLists(map, plan);
        map.end();
        plans.mention(plan.id(), map);
        if (map.isSound()) {
            plans.add(plan.id(), plan, currency, map);
        }
    }

    private static Instant instant(YamlMap map, Shape<Long> amount) {
        Rate rate = map.optional("rate", Shapes.RATE).orElse(Rate.ZERO);
        long fixed = map.optional("fixed", amount).orElse(0L);
        if (!map.has("rate") && !map.has("fixed")) {
            map.problem("rate", "is missing; give a rate like 0.02%, a fixed amount, or both");
        }
        map.end();
        return new Instant(rate, fixed);
    }

    private static List<Tier> tiers(YamlMap map, Shape<Long> amount) {
        List<Tier> tiers = new ArrayList<>();
        long below = -1;
        for (YamlMap entry : map.maps("tiers")) {
            Optional<Long> upTo = entry.optional("upTo", amount);
            if (below == Long.MAX_VALUE) {
                entry.problem("upTo", "is missing in the tier above: only the last tier may be open");
            } else if (upTo.isPresent() && upTo.get() <= below) {
                entry.problem("upTo", "is not more than in the tier above; tiers rise");
            }
            below = upTo.orElse(Long.MAX_VALUE);
            tiers.add(new Tier(below, entry.value("rules", Shapes.ID)));
            entry.end();
        }
        if (map.has("tiers") && below != Long.MAX_VALUE) {
            map.problem("tiers", "has no last tier without upTo; a merchant above the highest tier would have no fee");
        }
        return List.copyOf(tiers);
    }

    /** One list, or named lists. */
    private static Map<String, List<FeeRule>> rules(YamlMap map, Tariff tariff) {
        Map<String, List<FeeRule>> lists = new LinkedHashMap<>();
        if (map.hasMap("rules")) {
            YamlMap named = map.map("rules").orElseThrow();
            named.keys().forEach(name -> lists.put(name, tariff.rules(named, name)));
        } else if (map.has("rules")) {
            lists.put(FeePlan.ONLY_LIST, tariff.rules(map, "rules"));
        } else {
            map.problem("rules", "is missing; give a list of rules");
        }
        return lists;
    }

    private static void checkLists(YamlMap map, FeePlan plan) {
        boolean named = map.hasMap("rules");
        if (plan.tiers().isEmpty() && named) {
            map.problem("rules", "has named lists, but there are no tiers to choose between them; give one list");
        } else if (!plan.tiers().isEmpty() && !named) {
            map.problem("rules", "is one list, but tiers choose between named lists; name them");
        } else if (named) {
            checkNames(map, plan);
        }
    }

    private static void checkNames(YamlMap map, FeePlan plan) {
        Set<String> unused = new LinkedHashSet<>(plan.rules().keySet());
        for (Tier tier : plan.tiers()) {
            if (tier.rules() != null && !plan.rules().containsKey(tier.rules())) {
                map.problem("tiers", "name the list " + FileProblem.shown(tier.rules()) + ", which is not under rules");
            }
            unused.remove(tier.rules());
        }
        unused.forEach(name -> map.warn("rules", "no tier names the list " + FileProblem.shown(name)));
    }
}
