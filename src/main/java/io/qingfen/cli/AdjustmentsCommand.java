package io.qingfen.cli;

import io.qingfen.adjustments.Adjustments;
import io.qingfen.adjustments.Adjustments.Described;
import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qingfen adjustments}: fees of closed dates that were proposed with {@code what-if --propose}. */
@Command(
        name = "adjustments",
        header = "Approve or end corrections of fees that what-if proposed; the next night books them.")
final class AdjustmentsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Which one? qingfen adjustments list, or qingfen adjustments approve --help");
    }

    static CommandLine line(Session session) {
        return new CommandLine(new AdjustmentsCommand())
                .addSubcommand(new ListThem(session))
                .addSubcommand(new Show(session))
                .addSubcommand(new Approve(session))
                .addSubcommand(new Reject(session))
                .addSubcommand(new Withdraw(session));
    }

    @Command(
            name = "list",
            header = "List adjustments in the order in which they were proposed.",
            footer = {"", "Examples:", "  qingfen adjustments list", "  qingfen adjustments list --all --json"})
    static final class ListThem implements Callable<Integer> {
        private final Session session;

        @Mixin
        private Options options;

        @Option(names = "--all", description = "Booked, rejected and withdrawn ones too.")
        private boolean all;

        ListThem(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            List<Described> adjustments;
            try (Engine engine = session.open(options.home())) {
                adjustments = engine.part(Adjustments.class).list(all);
            }
            new AdjustmentsText(session, options).list(adjustments, all);
            return Exit.DONE.code();
        }
    }

    @Command(
            name = "show",
            header = "Show an adjustment: who, why, by which plans, and every merchant's fees by date and rule.",
            footer = {"", "Examples:", "  qingfen adjustments show J0123456789abcdef0123"})
    static final class Show implements Callable<Integer> {
        private final Session session;

        @Mixin
        private Options options;

        @Parameters(paramLabel = "ID", description = "The adjustment, as named by adjustments list.")
        private String id;

        Show(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Adjustments.Shown shown;
            try (Engine engine = session.open(options.home())) {
                shown = engine.part(Adjustments.class).show(id);
            }
            new AdjustmentsText(session, options).show(shown);
            return Exit.DONE.code();
        }
    }

    /** An act of a person on one adjustment. */
    private abstract static class Act implements Callable<Integer> {
        private final Session session;
        private final String done;

        @Mixin
        private Options options;

        @Mixin
        private ActingAs actingAs;

        @Parameters(paramLabel = "ID", description = "The adjustment, as named by adjustments list.")
        private String id;

        Act(Session session, String done) {
            this.session = session;
            this.done = done;
        }

        abstract Described act(Adjustments adjustments, Actor actor, String id);

        @Override
        public Integer call() {
            Described result;
            try (Engine engine = session.open(options.home())) {
                result = act(engine.part(Adjustments.class), actingAs.actor(), id);
            }
            new AdjustmentsText(session, options).acted(result, done);
            return Exit.DONE.code();
        }
    }

    @Command(
            name = "approve",
            header = "Approve an adjustment that somebody else proposed; the next night books it.",
            description = "Everything is priced again first: one figure that differs refuses the approval.",
            footer = {"", "Examples:", "  qingfen adjustments approve J0123456789abcdef0123 --as li.na"})
    static final class Approve extends Act {
        Approve(Session session) {
            super(session, "approve");
        }

        @Override
        Described act(Adjustments adjustments, Actor actor, String id) {
            return adjustments.approve(actor, id);
        }
    }

    @Command(
            name = "reject",
            header = "Reject an adjustment that somebody else proposed; nothing of it is booked.",
            footer = {
                "",
                "Examples:",
                "  qingfen adjustments reject J0123456789abcdef0123 --reason \"plan of another contract\" --as li.na"
            })
    static final class Reject extends Act {
        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 3 to 500 characters.")
        private String reason;

        Reject(Session session) {
            super(session, "reject");
        }

        @Override
        Described act(Adjustments adjustments, Actor actor, String id) {
            return adjustments.reject(actor, id, reason);
        }
    }

    @Command(
            name = "withdraw",
            header = "Take an adjustment back before it is booked; nothing of it is booked.",
            description = "A proposal by its maker; an approved one by anybody, until the next night begins.",
            footer = {
                "",
                "Examples:",
                "  qingfen adjustments withdraw J0123456789abcdef0123 --reason \"contract not signed\""
            })
    static final class Withdraw extends Act {
        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 3 to 500 characters.")
        private String reason;

        Withdraw(Session session) {
            super(session, "withdraw");
        }

        @Override
        Described act(Adjustments adjustments, Actor actor, String id) {
            return adjustments.withdraw(actor, id, reason);
        }
    }
}
