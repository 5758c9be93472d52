package io.qingfen.verify.batch;

import io.qingfen.verify.Agreed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the frozen {@code reserves.csv} and {@code agents.yml} as they hold on a date: the latest that has begun. */
final class FrozenAgreements {
    private final LocalDate date;

    FrozenAgreements(LocalDate date) {
        this.date = date;
    }

    /** @param agents null without the file */
    Agreed read(List<Map<String, String>> reserves, String agents) {
        return new Agreed(reserves(reserves), agents == null ? Map.of() : agents(agents), agents != null);
    }

    private Map<String, Agreed.Reserve> reserves(List<Map<String, String>> rows) {
        Map<String, Agreed.Reserve> reserves = new HashMap<>();
        for (Map<String, String> row : rows) {
            LocalDate from = LocalDate.parse(row.get("effective_from"));
            Agreed.Reserve known = reserves.get(row.get("merchant_id"));
            if (!from.isAfter(date) && (known == null || from.isAfter(known.from()))) {
                String percent = row.get("rate").replace("%", "");
                reserves.put(
                        row.get("merchant_id"),
                        new Agreed.Reserve(
                                from, new BigDecimal(percent).movePointLeft(2), Integer.parseInt(row.get("days"))));
            }
        }
        return reserves;
    }

    private Map<String, Agreed.Agent> agents(String text) {
        Map<String, Agreed.Agent> agents = new HashMap<>();
        for (YamlFacts block : YamlFacts.read(text).blocks("agents")) {
            String id = block.text("id", "");
            LocalDate from = LocalDate.parse(block.text("effectiveFrom", "0001-01-01"));
            Agreed.Agent known = agents.get(id);
            if (!from.isAfter(date) && (known == null || from.isAfter(known.from()))) {
                agents.put(id, new Agreed.Agent(id, from, block.rate("floorRate"), block.rate("ratio")));
            }
        }
        return agents;
    }
}
