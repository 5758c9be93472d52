package io.qingfen.cli;

import io.qingfen.risk.Holds;
import io.qingfen.risk.Holds.Subject;
import io.qingfen.run.Exit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qingfen holds}: whose money stays where it is until somebody lets it go. */
@Command(name = "holds", header = "Hold back the payouts of a merchant or of a terminal's merchant, and let them go.")
final class HoldsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Which one? qingfen holds list, or qingfen holds place --help");
    }

    static CommandLine line(Session session) {
        return new CommandLine(new HoldsCommand())
                .addSubcommand(new ListThem(session))
                .addSubcommand(new Place(session))
                .addSubcommand(new Lift(session));
    }

    @Command(
            name = "list",
            header = "List holds in the order in which they were placed.",
            footer = {"", "Examples:", "  qingfen holds list", "  qingfen holds list --all --json"})
    static final class ListThem implements Callable<Integer> {
        private final Session session;

        @Mixin
        private Options options;

        @ArgGroup
        private Which which = new Which();

        /** One of both. */
        static final class Which {
            @Option(names = "--active", description = "Only those that hold or will hold (default).")
            private boolean active;

            @Option(names = "--all", description = "Lifted and expired ones too.")
            private boolean all;
        }

        ListThem(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            List<Holds.Listed> holds;
            try (Engine engine = session.open(options.home())) {
                holds = engine.part(Holds.class).list(which.all);
            }
            new HoldsText(session, options).list(holds, which.all);
            return Exit.DONE.code();
        }
    }

    @Command(
            name = "place",
            header = "Hold payouts from the next night on; a release that waits is stopped at once.",
            description = "A hold on a terminal holds everything its merchant is owed. The money stays owed.",
            footer = {
                "",
                "Examples:",
                "  qingfen holds place --merchant 898310000000001 --reason \"police inquiry 2026-118\"",
                "  qingfen holds place --terminal 10000001 --reason \"terminal stolen\" --until 2026-03-20 --as li.na"
            })
    static final class Place implements Callable<Integer> {
        private final Session session;

        @Mixin
        private Options options;

        @Mixin
        private ActingAs actingAs;

        @ArgGroup(multiplicity = "1")
        private Whose whose;

        /** One of both. */
        static final class Whose {
            @Option(names = "--merchant", required = true, paramLabel = "ID", description = "Whose payouts to hold.")
            private String merchant;

            @Option(
                    names = "--terminal",
                    required = true,
                    paramLabel = "ID",
                    description = "A terminal: the payouts of its merchant are held.")
            private String terminal;
        }

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 3 to 500 characters.")
        private String reason;

        @Option(
                names = "--until",
                paramLabel = "D",
                description = "Last business date on which it holds (default: until it is lifted).")
        private LocalDate until;

        Place(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Holds.Placed placed;
            try (Engine engine = session.open(options.home())) {
                Subject subject =
                        whose.terminal == null ? Subject.merchant(whose.merchant) : Subject.terminal(whose.terminal);
                placed = engine.part(Holds.class).place(actingAs.actor(), subject, reason, Optional.ofNullable(until));
            }
            new HoldsText(session, options).placed(placed);
            return Exit.DONE.code();
        }
    }

    @Command(
            name = "lift",
            header = "End a hold: releases are free at once, the next night pays what was held.",
            footer = {"", "Examples:", "  qingfen holds lift H0123456789abcdef0123 --reason \"inquiry closed\""})
    static final class Lift implements Callable<Integer> {
        private final Session session;

        @Mixin
        private Options options;

        @Mixin
        private ActingAs actingAs;

        @Parameters(paramLabel = "ID", description = "The hold, as named by holds list.")
        private String id;

        @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, 3 to 500 characters.")
        private String reason;

        Lift(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Holds.Listed lifted;
            try (Engine engine = session.open(options.home())) {
                lifted = engine.part(Holds.class).lift(actingAs.actor(), id, reason);
            }
            new HoldsText(session, options).lifted(lifted);
            return Exit.DONE.code();
        }
    }
}
