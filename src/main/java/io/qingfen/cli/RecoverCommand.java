package io.qingfen.cli;

import io.qingfen.nightly.Recovery;
import io.qingfen.nightly.Recovery.Force;
import io.qingfen.nightly.RestoredBooks;
import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunLease.Holding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code qingfen recover}: frees the lease of a run that does not come back. */
@Command(
        name = "recover",
        header = "Free the lease of a run that died or hangs, and say how to go on.",
        description =
                "Seldom needed: the lease of a dead run is taken over by the next one. Refused while the run lives, "
                        + "unless two persons force it; what the run still writes is then refused, and no payout is made twice.",
        footer = {
            "",
            "Examples:",
            "  qingfen recover",
            "  qingfen recover --dry-run",
            "  qingfen recover --restored --reason \"disk lost, backup of the 2nd\" --as li.na --second wang.wei",
            "  qingfen recover --date 2026-03-02 --force --reason \"hangs since 04:10\" --as li.na --second wang.wei"
        })
final class RecoverCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Options options;

    @Mixin
    private ActingAs actingAs;

    @Option(names = "--date", paramLabel = "D", description = "Only when it is this business date that hangs.")
    private LocalDate date;

    @Option(names = "--force", description = "Cut off a run that lives; needs --reason and --second.")
    private boolean force;

    @Option(
            names = "--restored",
            description = "Accept books that were restored from an older backup, when nothing newer is to be had: dates"
                    + " that they lack can be settled again; needs --reason and --second.")
    private boolean restored;

    @Option(names = "--dry-run", description = "Say what would be freed or accepted, and change nothing.")
    private boolean dryRun;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, 3 to 500 characters.")
    private String reason;

    @Option(names = "--second", paramLabel = "USER", description = "The other person who agrees.")
    private String second;

    RecoverCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (restored) {
            return accept();
        }
        Optional<Force> forced = forced();
        Recovery.Outcome outcome;
        try (Engine engine = session.open(options.home())) {
            Recovery recovery = engine.part(Recovery.class);
            outcome = dryRun
                    ? recovery.look(Optional.ofNullable(date), actingAs.actor(), forced)
                    : recovery.recover(Optional.ofNullable(date), actingAs.actor(), forced);
        }
        if (options.json()) {
            json(outcome);
        } else {
            tell(outcome);
        }
        return Exit.DONE.code();
    }

    private int accept() {
        if (force || date != null) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, "recover: --restored goes without --force and --date");
        }
        List<LocalDate> missing;
        try (Engine engine = session.open(options.home())) {
            RestoredBooks books = engine.part(RestoredBooks.class);
            missing = dryRun
                    ? books.look(actingAs.actor(), second("--restored"), reason)
                    : books.accept(actingAs.actor(), second("--restored"), reason);
        }
        if (options.json()) {
            Map<String, Object> result = envelope();
            result.put("settleAgain", missing.stream().map(LocalDate::toString).toList());
            session.console().out().println(Json.text(result));
        } else {
            session.print(options.typeable(RestoredBooks.next(missing)));
            sayDry();
        }
        return Exit.DONE.code();
    }

    private Actor second(String what) {
        if (second == null || !Actor.isName(second)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "recover: " + what + " needs the user name of another person: --second USER");
        }
        return new Actor(second);
    }

    private Optional<Force> forced() {
        if (!force) {
            if (reason != null || second != null) {
                throw new Refusal(
                        Exit.USAGE_OR_REFERENCE,
                        "recover: --reason and --second belong to --force; without it a run that lives is left alone");
            }
            return Optional.empty();
        }
        return Optional.of(new Force(second("--force"), reason));
    }

    private void tell(Recovery.Outcome outcome) {
        List<String> lines = new ArrayList<>();
        lines.add(outcome.freed()
                .map(held -> (dryRun ? "would free: " : "freed: ") + Recovery.words(held))
                .orElse("nobody holds the lease; nothing to free"));
        outcome.unfinished()
                .ifPresent(open -> lines.add("next: " + open + " is not closed: qingfen restart --date " + open));
        session.print(options.typeable(lines));
        sayDry();
    }

    private void sayDry() {
        if (dryRun) {
            session.say(DryRun.NOTHING);
        }
    }

    private Map<String, Object> envelope() {
        Map<String, Object> result = Json.envelope("recover", Exit.DONE.code(), List.of());
        if (dryRun) {
            result.put("dryRun", true);
        }
        return result;
    }

    private void json(Recovery.Outcome outcome) {
        Map<String, Object> result = envelope();
        result.put("freed", outcome.freed().map(RecoverCommand::json).orElse(null));
        result.put("unfinished", outcome.unfinished().map(LocalDate::toString).orElse(null));
        session.console().out().println(Json.text(result));
    }

    private static Map<String, Object> json(Holding held) {
        return Json.object(
                "holder", held.holder(),
                "businessDate", held.businessDate().toString(),
                "heartbeatAgeSeconds", held.heartbeatAge(),
                "token", held.token());
    }
}
