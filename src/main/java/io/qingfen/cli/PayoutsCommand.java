package io.qingfen.cli;

import io.qingfen.payouts.PayoutReleases;
import io.qingfen.payouts.PayoutStory;
import io.qingfen.payouts.Release;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qingfen payouts}: what leaves the house, and who let it go. */
@Command(name = "payouts", header = "Look at prepared payouts, release them by two people, take them back.")
final class PayoutsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "Which one? qingfen payouts show, propose, approve, withdraw or sent, each with --date D");
    }

    static CommandLine line(Session session) {
        return new CommandLine(new PayoutsCommand())
                .addSubcommand(new Show(session))
                .addSubcommand(new Propose(session))
                .addSubcommand(new Approve(session))
                .addSubcommand(new Withdraw(session))
                .addSubcommand(new Sent(session));
    }

    @Command(
            name = "show",
            header = "Show what of a date waits for release and what speaks against it, or one payout's history.",
            footer = {
                "",
                "Examples:",
                "  qingfen payouts show --date 2026-03-02",
                "  qingfen payouts show P20260302-898310000000001"
            })
    static final class Show implements Callable<Integer> {
        private final Session session;

        @Mixin
        private Options options;

        @Option(names = "--date", paramLabel = "D", description = "The business date, yyyy-MM-dd.")
        private LocalDate date;

        @Parameters(arity = "0..1", paramLabel = "PAYOUT", description = "One payout instead of a date.")
        private String payoutId;

        Show(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            if ((date == null) == (payoutId == null)) {
                throw new Refusal(
                        Exit.USAGE_OR_REFERENCE,
                        "Name a date (--date D) or a payout. Try: qingfen payouts show --help");
            }
            PayoutsText telling = new PayoutsText(session, options, "payouts show");
            try (Engine engine = session.open(options.home())) {
                PayoutReleases releases = engine.part(PayoutReleases.class);
                if (payoutId != null) {
                    return telling.of(releases.payout(payoutId));
                }
                return telling.of(releases.page(date));
            }
        }
    }

    @Command(
            name = "propose",
            header = "Propose the release of a date's payouts; another person approves.",
            footer = {
                "",
                "Examples:",
                "  qingfen payouts propose --date 2026-03-02",
                "  qingfen payouts propose --date 2026-03-02 --confirm-total CNY=1234567.89"
            })
    static final class Propose extends Act {
        @Option(
                names = "--confirm-total",
                paramLabel = "AMOUNT",
                description =
                        "The exact total, where it is above payouts.limit: 1200000.00 or CNY=1200000.00; repeatable.")
        private List<String> totals = List.of();

        Propose(Session session) {
            super(session, "payouts propose");
        }

        @Override
        Release act(PayoutReleases releases, LocalDate date) {
            return releases.propose(date, actor(), totals);
        }
    }

    @Command(
            name = "approve",
            header =
                    "Approve the proposed release: payouts become RELEASED, the date is proved, its files appear in released/.",
            footer = {
                "",
                "Examples:",
                "  qingfen payouts approve --date 2026-03-02",
                "  qingfen payouts approve --date 2026-03-02 --as li.na"
            })
    static final class Approve extends Act {
        Approve(Session session) {
            super(session, "payouts approve");
        }

        @Override
        Release act(PayoutReleases releases, LocalDate date) {
            return releases.approve(date, actor());
        }
    }

    @Command(
            name = "withdraw",
            header = "End a proposal, or take one PREPARED payout out of its files.",
            footer = {
                "",
                "Examples:",
                "  qingfen payouts withdraw --date 2026-03-02",
                "  qingfen payouts withdraw P20260302-898310000000001 --reason \"account is disputed\""
            })
    static final class Withdraw implements Callable<Integer> {
        private final Session session;

        @Mixin
        private Options options;

        @Mixin
        private ActingAs who;

        @Option(names = "--date", paramLabel = "D", description = "End the proposal of this date, yyyy-MM-dd.")
        private LocalDate date;

        @Parameters(arity = "0..1", paramLabel = "PAYOUT", description = "Withdraw this payout.")
        private String payoutId;

        @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why; needed for a payout.")
        private String reason;

        Withdraw(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            if ((date == null) == (payoutId == null)) {
                throw new Refusal(
                        Exit.USAGE_OR_REFERENCE,
                        "Name a date (--date D) to end its proposal, or a payout to take it out. Try: qingfen payouts"
                                + " withdraw --help");
            }
            PayoutsText telling = new PayoutsText(session, options, "payouts withdraw");
            try (Engine engine = session.open(options.home())) {
                PayoutReleases releases = engine.part(PayoutReleases.class);
                if (payoutId == null) {
                    return telling.of(releases.withdraw(date, who.actor(), reason));
                }
                PayoutStory story = releases.withdrawPayout(payoutId, who.actor(), reason);
                session.say("The bank files of " + story.businessDate() + " were written again without it; the money is"
                        + " owed to the merchant again from the next date on.");
                return telling.of(story);
            }
        }
    }

    @Command(
            name = "sent",
            header = "Note that the released files of a date were handed to the bank.",
            footer = {"", "Examples:", "  qingfen payouts sent --date 2026-03-02"})
    static final class Sent implements Callable<Integer> {
        private final Session session;

        @Mixin
        private Options options;

        @Mixin
        private ActingAs who;

        @Option(names = "--date", paramLabel = "D", required = true, description = "The business date, yyyy-MM-dd.")
        private LocalDate date;

        Sent(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            try (Engine engine = session.open(options.home())) {
                long sent = engine.part(PayoutReleases.class).sent(date, who.actor());
                if (options.json()) {
                    Map<String, Object> result = Json.envelope("payouts sent", Exit.DONE.code(), List.of());
                    result.put("date", date.toString());
                    result.put("sent", sent);
                    session.console().out().println(Json.text(result));
                } else {
                    session.console().out().println(Words.counted(sent, "payout") + " of " + date + " SENT.");
                }
            }
            return Exit.DONE.code();
        }
    }

    /** An act on the proposal of a date. */
    abstract static class Act implements Callable<Integer> {
        private final Session session;
        private final String command;

        @Mixin
        private Options options;

        @Mixin
        private ActingAs who;

        @Option(names = "--date", paramLabel = "D", required = true, description = "The business date, yyyy-MM-dd.")
        private LocalDate date;

        Act(Session session, String command) {
            this.session = session;
            this.command = command;
        }

        abstract Release act(PayoutReleases releases, LocalDate date);

        io.qingfen.run.Actor actor() {
            return who.actor();
        }

        @Override
        public Integer call() {
            try (Engine engine = session.open(options.home())) {
                return new PayoutsText(session, options, command).of(act(engine.part(PayoutReleases.class), date));
            }
        }
    }
}
