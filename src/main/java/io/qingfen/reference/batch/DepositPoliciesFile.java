package io.qingfen.reference.batch;

import io.qingfen.money.Currency;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import io.qingfen.reference.DepositPolicy;
import io.qingfen.reference.DepositPolicy.Collect;
import io.qingfen.reference.DepositPolicy.Kind;
import io.qingfen.reference.DepositPolicy.Monthly;
import io.qingfen.reference.DepositPolicy.OnExpiry;
import io.qingfen.reference.DepositPolicy.OnReturn;
import io.qingfen.reference.DepositPolicy.Stage;
import io.qingfen.reference.DepositPolicy.Window;
import io.qingfen.run.FileProblems;
import io.qingfen.run.Shape;
import io.qingfen.run.YamlMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code deposit-policies.yml}: how terminal deposits are taken and given back. */
final class DepositPoliciesFile {
    private static final Shape<String> CUMULATIVE =
            Shape.text("CUMULATIVE", "CUMULATIVE, or {monthly: amount, months: number}");
    private final Currency home;
    private final Versions<DepositPolicy> policies = new Versions<>(DepositPolicy::effectiveFrom);

    private DepositPoliciesFile(Currency currency) {
        this.home = currency;
    }

    static Versions<DepositPolicy> read(ReferenceFiles files, Currency currency, FileProblems problems)
            throws IOException {
        DepositPoliciesFile reading = new DepositPoliciesFile(currency);
        new YamlFile(ReferenceFiles.DEPOSIT_POLICIES, problems)
                .read(files)
                .ifPresentOrElse(reading::policies, reading.policies::unreadable);
        return reading.policies;
    }

    private void policies(YamlMap map) {
        if (!map.has("policies")) {
            map.problem("policies", "is missing; list the policies under it");
            policies.unreadable();
        }
        map.maps("policies").forEach(this::policy);
        map.end();
    }

    private void policy(YamlMap map) {
        Currency currency = map.optional("currency", Shapes.CURRENCY).orElse(home);
        Shape<Long> amount = Shapes.amount(currency);
        Optional<YamlMap> counts = map.map("counts");
        DepositPolicy policy = new DepositPolicy(
                map.value("id", Shapes.ID),
                map.optional("effectiveFrom", Shapes.DATE).orElse(Versions.ALWAYS),
                map.value("kind", Shape.oneOf(Kind.class)),
                orZero(map.value("amount", amount)),
                map.optional("collect", Shape.oneOf(Collect.class)).orElse(Collect.PREPAID),
                map.map("window").map(DepositPoliciesFile::window),
                counts.map(kinds -> Tariff.set(kinds, "channel", Shape.oneOf(Channel.class)))
                        .orElse(Set.of()),
                counts.map(kinds -> Tariff.set(kinds, "cardType", Shape.oneOf(CardType.class)))
                        .orElse(Set.of()),
                monthly(map, amount),
                stages(map, amount),
                map.optional("onExpiry", Shape.oneOf(OnExpiry.class)).orElse(OnExpiry.KEEP),
                map.map("onReturn").map(DepositPoliciesFile::onReturn));
        counts.ifPresent(YamlMap::end);
        check(map, policy);
        map.end();
        policies.mention(policy.id(), map);
        if (map.isSound()) {
            policies.add(policy.id(), policy, currency, map);
        }
    }

    private static Window window(YamlMap map) {
        int months = map.optional("months", Shape.number(1, 600)).orElse(0);
        int days = map.optional("days", Shape.number(1, 18_000)).orElse(0);
        if (map.has("months") == map.has("days")) {
            map.problem("", "window needs either months or days");
        }
        map.end();
        return new Window(months, days);
    }

    private static Optional<Monthly> monthly(YamlMap map, Shape<Long> amount) {
        if (!map.hasMap("measure")) {
            map.optional("measure", CUMULATIVE);
            return Optional.empty();
        }
        YamlMap measure = map.map("measure").orElseThrow();
        long monthly = orZero(measure.value("monthly", amount));
        Integer months = measure.value("months", Shape.number(1, 600));
        if (measure.isSound() && monthly == 0) {
            measure.problem("monthly", "is 0: every month would reach it");
        }
        measure.end();
        return Optional.of(new Monthly(monthly, months == null ? 0 : months));
    }

    private static List<Stage> stages(YamlMap map, Shape<Long> amount) {
        List<Stage> stages = new ArrayList<>();
        long below = 0;
        for (YamlMap entry : map.maps("stages")) {
            Stage stage = new Stage(orZero(entry.value("threshold", amount)), orZero(entry.value("refund", amount)));
            if (entry.isSound() && stage.thresholdMinor() <= below) {
                entry.problem("threshold", "is not more than in the stage above, or 0; stages rise");
            }
            if (entry.isSound() && stage.refundMinor() == 0) {
                entry.problem("refund", "is 0; a stage gives something back");
            }
            entry.end();
            below = stage.thresholdMinor();
            stages.add(stage);
        }
        return List.copyOf(stages);
    }

    private static OnReturn onReturn(YamlMap map) {
        Boolean refund = map.value("refund", Shape.TRUE_FALSE);
        int withinDays = map.optional("withinDays", Shape.number(0, 3650)).orElse(0);
        map.end();
        return new OnReturn(Boolean.TRUE.equals(refund), withinDays);
    }

    /** What must fit together. */
    private static void check(YamlMap map, DepositPolicy policy) {
        if (!map.isSound()) {
            return;
        }
        if (policy.amountMinor() == 0) {
            map.problem("amount", "is 0; leave the terminal's deposit_policy empty instead");
        }
        if (policy.kind() == Kind.PURCHASE) {
            checkPurchase(map);
            return;
        }
        long refunds = 0;
        for (Stage stage : policy.stages()) {
            refunds = Math.addExact(refunds, Math.min(stage.refundMinor(), policy.amountMinor() + 1));
        }
        if (refunds > policy.amountMinor()) {
            map.problem("stages", "give back more than amount; lower the refunds");
        }
        if (policy.stages().isEmpty() && policy.monthly().isEmpty()) {
            map.problem("stages", "is missing; say when the deposit comes back (or make the kind PURCHASE)");
        }
        if (policy.window().isEmpty() && policy.onExpiry() != OnExpiry.KEEP) {
            map.problem("window", "is missing, but onExpiry is " + policy.onExpiry() + "; say when it expires");
        }
    }

    private static void checkPurchase(YamlMap map) {
        for (String key : List.of("window", "stages", "counts", "onExpiry", "onReturn")) {
            if (map.has(key)) {
                map.problem(key, "has no meaning for PURCHASE, which is never refunded; remove it");
            }
        }
    }

    private static long orZero(Long value) {
        return value == null ? 0 : value;
    }
}
