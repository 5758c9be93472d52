package io.qingfen.reference.batch;

import io.qingfen.money.Currency;
import io.qingfen.reference.CostComponent;
import io.qingfen.run.FileProblems;
import io.qingfen.run.YamlMap;
import java.io.IOException;

/** {@code scheme-costs.yml}: what the acquirer pays, in components that round by themselves. */
final class SchemeCostsFile {
    private final Currency currency;
    private final Tariff tariff;
    private final Versions<CostComponent> components = new Versions<>(CostComponent::effectiveFrom);

    private SchemeCostsFile(Currency currency) {
        this.currency = currency;
        this.tariff = new Tariff(currency);
    }

    static Versions<CostComponent> read(ReferenceFiles files, Currency currency, FileProblems problems)
            throws IOException {
        SchemeCostsFile reading = new SchemeCostsFile(currency);
        new YamlFile(ReferenceFiles.SCHEME_COSTS, problems)
                .read(files)
                .ifPresentOrElse(reading::components, reading.components::unreadable);
        return reading.components;
    }

    private void components(YamlMap map) {
        if (!map.has("components")) {
            map.problem("components", "is missing; list ISSUER and NETWORK under it");
        }
        map.maps("components").forEach(this::component);
        map.end();
    }

    private void component(YamlMap map) {
        if (!map.has("rules")) {
            map.problem("rules", "is missing; give a list of rules");
        }
        CostComponent component = new CostComponent(
                map.value("id", Shapes.ID),
                map.optional("effectiveFrom", Shapes.DATE).orElse(Versions.ALWAYS),
                tariff.rules(map, "rules"));
        map.end();
        components.mention(component.id(), map);
        if (map.isSound()) {
            components.add(component.id(), component, currency, map);
        }
    }
}
