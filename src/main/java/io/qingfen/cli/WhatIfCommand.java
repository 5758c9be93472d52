package io.qingfen.cli;

import io.qingfen.repricing.Comparison;
import io.qingfen.repricing.DayComparison;
import io.qingfen.repricing.WhatIf;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code qingfen what-if}: past dates under other fee plans. */
@Command(
        name = "what-if",
        header = "Price closed dates under other fee plans and show the difference; the books stay as they are.",
        description =
                "Every cleared transaction is priced again by the plans of FILE: merchants and everything else as "
                        + "they were frozen for its date. See docs/SPEC-what-if.md.",
        footer = {
            "",
            "Examples:",
            "  qingfen what-if --date 2026-03-02 --fee-plans new-plans.yml",
            "  qingfen what-if --from 2026-03-01 --to 2026-03-31 --fee-plans new-plans.yml --csv march.csv"
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
        if (csv != null) {
            WrittenFile.require("--csv", csv);
        }
        try (Engine engine = session.open(options.home())) {
            tell(compared(engine.part(WhatIf.class)));
        }
        return Exit.DONE.code();
    }

    private Comparison compared(WhatIf whatIf) throws IOException {
        if (csv == null) {
            return compared(whatIf, day -> {});
        }
        try (WhatIfCsv file = WhatIfCsv.create(csv)) {
            Comparison comparison = compared(whatIf, file);
            file.publish();
            return comparison;
        }
    }

    private Comparison compared(WhatIf whatIf, Consumer<DayComparison> each) {
        return whatIf.compare(date != null ? date : from, date != null ? date : to, feePlans, each);
    }

    private void tell(Comparison comparison) {
        if (options.json()) {
            Map<String, Object> result = WhatIfJson.of(comparison, feePlans.toString());
            session.console().out().println(Json.text(result));
        } else {
            session.print(new WhatIfText(session.console(), comparison).lines(feePlans.toString()));
        }
        if (csv != null) {
            session.say("Every date, merchant and change of rule: " + csv);
        }
    }
}
