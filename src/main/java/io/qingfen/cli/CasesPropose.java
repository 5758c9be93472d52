package io.qingfen.cli;

import io.qingfen.money.Currency;
import io.qingfen.review.CaseDecisions;
import io.qingfen.review.CaseKind;
import io.qingfen.review.CaseQueue.Filter;
import io.qingfen.review.CaseSelections;
import io.qingfen.review.CaseSelections.Selection;
import io.qingfen.review.Effect;
import io.qingfen.review.Proposal;
import io.qingfen.review.Resolution;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qingfen cases propose}: one case by its id, or many by a filter. */
@Command(
        name = "propose",
        header = "Propose what to do with a case, or with many at once; another person approves it.",
        footer = {
            "",
            "Examples:",
            "  qingfen cases propose K0123456789abcdef0123 --resolution DO_NOT_SETTLE --dry-run",
            "  qingfen cases propose K0123456789abcdef0123 --resolution SETTLE_AUTHORIZED --comment \"slip seen\"",
            "  qingfen cases propose K0123456789abcdef0123 --resolution LINK --with K456… --comment \"one sale\"",
            "  qingfen cases propose K0123456789abcdef0123 --resolution WAIT --until 2026-03-20 --comment \"asked\"",
            "  qingfen cases propose --kind BATCH_NUMBER_GAP --date 2026-03-03 --resolution DO_NOT_SETTLE"
                    + " --comment \"seen\"",
            "  qingfen cases propose --kind ORPHAN_CAPTURE --currency HKD --resolution DO_NOT_SETTLE"
                    + " --comment \"seen\""
        })
final class CasesPropose implements Callable<Integer> {
    private static final String COMMAND = "cases propose";
    private final Session session;

    @Mixin
    private Options options;

    @Mixin
    private ActingAs actingAs;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The case; without it, all open ones that fit.")
    private String id;

    @Option(names = "--resolution", required = true, paramLabel = "R", description = "${COMPLETION-CANDIDATES}")
    private Resolution resolution;

    @Option(names = "--with", paramLabel = "ID", description = "LINK: the case of the other record.")
    private String with;

    @Option(names = "--until", paramLabel = "D", description = "WAIT: the date on which the case is open again.")
    private LocalDate until;

    @Option(names = "--comment", paramLabel = "TEXT", description = "Why; needed for everything but --dry-run.")
    private String comment;

    @Option(names = "--kind", paramLabel = "KIND", description = "Many: only this kind.")
    private CaseKind kind;

    @Option(names = "--merchant", paramLabel = "ID", description = "Many: only this merchant.")
    private String merchant;

    @Option(names = "--date", paramLabel = "D", description = "Many: only those opened on this date.")
    private LocalDate date;

    @Option(
            names = "--currency",
            paramLabel = "CCY",
            description = "Many: only those in this currency, for example HKD.")
    private String currency;

    @Option(names = "--dry-run", description = "Shows the effect, proposes nothing.")
    private boolean dryRun;

    CasesPropose(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if ((id == null) == (kind == null)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "Name one case by its id, or many by --kind KIND (with --merchant, --date, --currency).");
        }
        if (currency != null && Currency.find(currency) == null) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE, "--currency " + currency + " is no currency; write its code, like CNY");
        }
        try (Engine engine = session.open(options.home())) {
            return id != null ? one(engine.part(CaseDecisions.class)) : many(engine.part(CaseSelections.class));
        }
    }

    private int one(CaseDecisions decisions) {
        Proposal proposal = new Proposal(
                id,
                resolution,
                Optional.ofNullable(with),
                Optional.ofNullable(until),
                comment == null && dryRun ? "only looking" : comment);
        Effect effect = dryRun ? decisions.preview(proposal) : decisions.propose(actingAs.actor(), proposal);
        if (options.json()) {
            Map<String, Object> result = Json.envelope(COMMAND, Exit.DONE.code(), List.of());
            result.put("proposed", !dryRun);
            result.put("effect", EffectText.json(effect));
            session.console().out().println(Json.text(result));
            return Exit.DONE.code();
        }
        session.print(List.of(id + "  " + resolution + (dryRun ? ", only looking" : ", proposed")
                + "; what the night after its approval books:"));
        session.print(EffectText.of(effect));
        if (!dryRun) {
            session.say(options.typeable("Another person approves it: qingfen cases approve " + id));
        }
        return Exit.DONE.code();
    }

    private int many(CaseSelections selections) {
        if (dryRun || with != null) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "--dry-run and --with are for one case; see many with: qingfen cases list");
        }
        Filter filter = new Filter(
                Optional.ofNullable(date),
                Optional.of(kind),
                Optional.ofNullable(merchant),
                Filter.OPEN,
                Integer.MAX_VALUE,
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(currency));
        Selection selection =
                selections.propose(actingAs.actor(), filter, resolution, Optional.ofNullable(until), comment);
        SelectionText.print(session, options, COMMAND, selection, "proposed");
        return Exit.DONE.code();
    }
}
