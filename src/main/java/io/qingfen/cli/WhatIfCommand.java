package io.qingfen.cli;

import io.qingfen.adjustments.Adjustments;
import io.qingfen.repricing.Comparison;
import io.qingfen.repricing.DayComparison;
import io.qingfen.repricing.WhatIf;
import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code qingfen what-if}: past dates under other fee plans. */
@Command(
        name = "what-if",
        header = "Price closed dates under other fee plans and show the difference; the books stay as they are.",
        description =
                "Every cleared transaction is priced again by the plans of FILE: merchants and everything else as "
                        + "they were frozen for its date. With --propose the differences become an adjustment that "
                        + "another person must approve. See docs/SPEC-what-if.md.",
        footer = {
            "",
            "Examples:",
            "  qingfen what-if --date 2026-03-02 --fee-plans new-plans.yml",
            "  qingfen what-if --from 2026-03-01 --to 2026-03-31 --fee-plans new-plans.yml --csv march.csv",
            "  qingfen what-if --date 2026-03-02 --fee-plans signed.yml --merchant 898310000000001 \\",
            "      --propose --reason \"plan of the contract of 1 March\" --as mei"
        })
final class WhatIfCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Options options;

    @Option(names = "--date", paramLabel = "D", description = "One business date, yyyy-MM-dd.")
    private LocalDate date;

    @Option(names = "--from", paramLabel = "D1", description = "The first of several dates.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "D2", description = "The last of several dates.")
    private LocalDate to;

    @Option(
            names = "--fee-plans",
            paramLabel = "FILE",
            required = true,
            description = "The other plans, in the form of reference/fee-plans.yml.")
    private Path feePlans;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Also write every date, merchant and change of rule to FILE.")
    private Path csv;

    @Mixin
    private ActingAs actingAs;

    @Option(
            names = "--propose",
            description = "Propose the differences as an adjustment: another person approves, a night books it.")
    private boolean propose;

    @Option(names = "--reason", paramLabel = "TEXT", description = "With --propose: why, 3 to 500 characters.")
    private String reason;

    @Option(
            names = "--merchant",
            paramLabel = "ID",
            description = "With --propose: only this merchant; may be given several times.")
    private Set<String> merchants = new TreeSet<>();

    WhatIfCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        boolean one = date != null && from == null && to == null;
        boolean several = date == null && from != null && to != null;
        if (!one && !several) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "Name one date (--date D), or the first and the last of several (--from D1 --to D2)");
        }
        if (propose && reason == null) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, "--propose needs --reason TEXT; say why, an auditor will ask");
        }
        if (!propose && (reason != null || !merchants.isEmpty())) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, "--reason and --merchant belong to --propose; add it");
        }
        if (csv != null) {
            WrittenFile.require("--csv", csv);
        }
        try (Engine engine = session.open(options.home())) {
            if (propose) {
                tell(proposed(engine.part(Adjustments.class)));
            } else {
                tell(compared(engine.part(WhatIf.class)), null);
            }
        }
        return Exit.DONE.code();
    }

    private Comparison compared(WhatIf whatIf) throws IOException {
        return written(each -> whatIf.compare(first(), last(), feePlans, each));
    }

    private Adjustments.Proposed proposed(Adjustments adjustments) throws IOException {
        Actor maker = actingAs.actor();
        Adjustments.Request request = new Adjustments.Request(first(), last(), feePlans, merchants, reason);
        return written(each -> adjustments.propose(maker, request, each));
    }

    private LocalDate first() {
        return date != null ? date : from;
    }

    private LocalDate last() {
        return date != null ? date : to;
    }

    /** With the file for every date, if one is wanted. */
    private <T> T written(Function<Consumer<DayComparison>, T> comparing) throws IOException {
        if (csv == null) {
            return comparing.apply(day -> {});
        }
        try (WhatIfCsv file = WhatIfCsv.create(csv)) {
            T result = comparing.apply(file);
            file.publish();
            return result;
        }
    }

    private void tell(Adjustments.Proposed proposed) {
        tell(proposed.comparison(), proposed.proposal());
    }

    /** @param proposal null without one */
    private void tell(Comparison comparison, Adjustments.Described proposal) {
        if (options.json()) {
            Map<String, Object> result = WhatIfJson.of(comparison, feePlans.toString());
            if (proposal != null) {
                result.put("adjustment", AdjustmentsJson.of(proposal));
                result.put("note", AdjustmentsText.laterRefunds(proposal));
            }
            session.console().out().println(Json.text(result));
        } else {
            session.print(new WhatIfText(session.console(), comparison).lines(feePlans.toString(), proposal != null));
            if (proposal != null) {
                new AdjustmentsText(session, options).proposed(proposal);
            }
        }
        if (csv != null) {
            session.say("Every date, merchant and change of rule: " + csv);
        }
    }
}
