package io.qingfen.reference.batch;

import io.qingfen.money.Currency;
import io.qingfen.reference.AgentTerms;
import io.qingfen.run.FileProblems;
import io.qingfen.run.Shape;
import io.qingfen.run.YamlMap;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code agents.yml}: what agents earn. Without the file nobody shares, and agents of merchants mean nothing. */
final class AgentsFile {
    private static final Shape<String> ID = Shape.text("[0-9A-Za-z_-]{1,32}", Shapes.AGENT_ID.expected());

    private final Currency home;
    private final boolean present;
    private final Versions<AgentTerms> agents = new Versions<>(AgentTerms::effectiveFrom);

    private AgentsFile(Currency home, boolean present) {
        this.home = home;
        this.present = present;
    }

    static AgentsFile read(ReferenceFiles files, Currency home, FileProblems problems) throws IOException {
        AgentsFile reading = new AgentsFile(home, isPresent(files));
        new YamlFile(ReferenceFiles.AGENTS, problems)
                .read(files)
                .ifPresentOrElse(reading::agents, reading.agents::unreadable);
        return reading;
    }

    private static boolean isPresent(ReferenceFiles files) throws IOException {
        Optional<InputStream> bytes = files.open(ReferenceFiles.AGENTS);
        if (bytes.isPresent()) {
            bytes.get().close();
        }
        return bytes.isPresent();
    }

    private void agents(YamlMap map) {
        if (!map.has("agents")) {
            map.problem("agents", "is missing; list the agents under it");
            agents.unreadable();
        }
        map.maps("agents").forEach(this::agent);
        map.end();
    }

    private void agent(YamlMap map) {
        AgentTerms terms = new AgentTerms(
                map.value("id", ID),
                map.optional("effectiveFrom", Shapes.DATE).orElse(Versions.ALWAYS),
                map.value("floorRate", Shapes.RATE),
                map.value("ratio", Shapes.RATE));
        map.end();
        agents.mention(terms.id(), map);
        if (map.isSound()) {
            agents.add(terms.id(), terms, home, map);
        }
    }

    /** The agent of a merchant's row, or null and a problem; who is named must be known where agents are. */
    String named(CsvRow row, LocalDate businessDate) {
        String agent = row.value("agent_id", Shapes.AGENT_ID);
        if (present && agent != null && !agent.isEmpty()) {
            agents.refusal(agent, businessDate, ReferenceFiles.AGENTS).ifPresent(what -> row.problem("agent_id", what));
        }
        return agent;
    }

    void warnOfUnused() {
        agents.warnOfUnused("merchant");
    }

    /** By agent id; empty without the file. */
    Optional<Map<String, AgentTerms>> inForce(LocalDate businessDate) {
        Map<String, AgentTerms> inForce = new TreeMap<>();
        for (String id : agents.ids()) {
            agents.inForce(id, businessDate).ifPresent(terms -> inForce.put(id, terms));
        }
        return present ? Optional.of(inForce) : Optional.empty();
    }

    /** How many agents; empty without the file. */
    Optional<Integer> count() {
        return present ? Optional.of(agents.ids().size()) : Optional.empty();
    }
}
