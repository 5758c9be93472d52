package io.qingfen.reference.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The bytes of the reference files, from a folder or as they were frozen. */
public interface ReferenceFiles {
    String SETTINGS = "qingfen.yml";
    String MERCHANTS = "reference/merchants.csv";
    String TERMINALS = "reference/terminals.csv";
    String FEE_PLANS = "reference/fee-plans.yml";
    String RISK_RULES = "reference/risk-rules.yml";
    String SCHEME_COSTS = "reference/scheme-costs.yml";
    String DEPOSIT_POLICIES = "reference/deposit-policies.yml";
    String CALENDAR = "reference/calendar.yml";
    String RESPONSE_CODES = "reference/response-codes.csv";
    String OPENING_BALANCES = "reference/opening-balances.csv";
    String DEPOSIT_OPENINGS = "reference/deposit-openings.csv";
    String AGENTS = "reference/agents.yml";
    String RESERVES = "reference/reserves.csv";

    /** All that belong to a snapshot, in the order of their names; those in {@link #OPTIONAL} may be absent. */
    List<String> NAMES = List.of(
            SETTINGS,
            AGENTS,
            CALENDAR,
            DEPOSIT_OPENINGS,
            DEPOSIT_POLICIES,
            FEE_PLANS,
            MERCHANTS,
            OPENING_BALANCES,
            RESERVES,
            RESPONSE_CODES,
            RISK_RULES,
            SCHEME_COSTS,
            TERMINALS);

    List<String> OPTIONAL = List.of(SETTINGS, AGENTS, DEPOSIT_OPENINGS, OPENING_BALANCES, RESERVES, RISK_RULES);

    /** The bytes of one file, empty when there is no such file; every call starts anew. */
    Optional<InputStream> open(String name) throws IOException;

    /** Why what stands in the place of a file is none; empty when nothing stands there, or the file. */
    default Optional<String> obstacle(String name) {
        return Optional.empty();
    }

    /** Why there is nothing to read under a name that {@link #open} has no bytes for; empty when it may be absent. */
    default Optional<String> absence(String name) {
        return obstacle(name)
                .or(() -> OPTIONAL.contains(name) ? Optional.empty() : Optional.of("is missing; put it there"));
    }

    /** The files of a home directory. */
    static ReferenceFiles of(Path home) {
        return new StandingFiles(home::resolve);
    }
}
