package io.qingfen.reference.batch;

import io.qingfen.calendar.BusinessCalendar;
import io.qingfen.reference.Agreements;
import io.qingfen.reference.CostComponent;
import io.qingfen.reference.DepositPolicy;
import io.qingfen.reference.FeePlan;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.ReferenceCheck.Report;
import io.qingfen.reference.ResponseCode;
import io.qingfen.reference.RiskRule;
import io.qingfen.reference.Settings;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.Terminal;
import io.qingfen.run.FileProblems;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads all reference files and judges them as a whole: a snapshot, or everything that is wrong. */
public final class ReferenceReader {
    private final ReferenceFiles files;
    private final LocalDate businessDate;
    private final FileProblems problems = new FileProblems();
    private final Settings settings;
    private final Optional<BusinessCalendar> calendar;
    private final Versions<FeePlan> plans;
    private final Versions<CostComponent> costs;
    private final Versions<DepositPolicy> policies;
    private final Map<String, ResponseCode> codes;
    private final List<RiskRule> riskRules;
    private final AgentsFile agents;
    private final List<Merchant> merchants;
    private final List<Terminal> terminals;
    private final ReservesFile reserves;
    private final OpeningsFiles openings;

    private ReferenceReader(ReferenceFiles files, LocalDate businessDate) throws IOException {
        this.files = files;
        this.businessDate = businessDate;
        settings = SettingsFile.read(files, problems);
        calendar = CalendarFile.read(files, problems);
        plans = FeePlansFile.read(files, settings.currency(), problems);
        costs = SchemeCostsFile.read(files, settings.currency(), problems);
        policies = DepositPoliciesFile.read(files, settings.currency(), problems);
        codes = ResponseCodesFile.read(files, problems);
        riskRules = RiskRulesFile.read(files, settings.currency(), codes, businessDate, problems);
        agents = AgentsFile.read(files, settings.currency(), problems);
        MerchantsFile merchantsFile = new MerchantsFile(plans, agents, businessDate).read(files, problems);
        merchants = merchantsFile.merchants();
        terminals = new TerminalsFile(merchantsFile, policies).read(files, problems);
        reserves = new ReservesFile(merchantsFile, merchants, businessDate).read(files, problems);
        openings = new OpeningsFiles(merchants, terminals, policies, businessDate);
    }

    /** @param sha256 over all files, hex */
    public static Reading read(ReferenceFiles files, LocalDate businessDate, String sha256) throws IOException {
        return new ReferenceReader(files, businessDate).read(sha256);
    }

    private Reading read(String sha256) throws IOException {
        openings.read(files, problems);
        calendar.ifPresent(years -> ValueDates.check(years, merchants, businessDate, problems));
        if (problems.total() == 0) {
            plans.warnOfUnused("merchant");
            policies.warnOfUnused("terminal");
            agents.warnOfUnused();
        }
        Report report = new Report(problems.problems(), problems.warnings(), counts());
        return new Reading(report.isSound() ? Optional.of(snapshot(sha256)) : Optional.empty(), report);
    }

    private Snapshot snapshot(String sha256) {
        return new Snapshot(
                        businessDate,
                        settings,
                        Collections.unmodifiableList(merchants),
                        Collections.unmodifiableList(terminals),
                        plans.all(),
                        costs.all(),
                        policies.all(),
                        calendar.orElseThrow(),
                        Collections.unmodifiableMap(codes),
                        Collections.unmodifiableMap(openings.deposits()),
                        List.copyOf(openings.balances()),
                        sha256)
                .with(new Agreements(reserves.inForce(), agents.inForce(businessDate)))
                .withRiskRules(riskRules);
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("merchants", merchants.size());
        counts.put("terminals", terminals.size());
        counts.put("fee plans", plans.ids().size());
        counts.put("cost components", costs.ids().size());
        counts.put("deposit policies", policies.ids().size());
        counts.put("response codes", codes.size());
        counts.put("opening balances", openings.balances().size());
        counts.put("deposit openings", openings.deposits().size());
        if (!riskRules.isEmpty()) {
            counts.put("risk rules", riskRules.size());
        }
        agents.count().ifPresent(count -> counts.put("agents", count));
        if (reserves.rows() > 0) {
            counts.put("reserves", reserves.rows());
        }
        return Collections.unmodifiableMap(counts);
    }
}
