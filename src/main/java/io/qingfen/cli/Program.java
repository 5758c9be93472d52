package io.qingfen.cli;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One invocation of the command line: arguments in, results and messages out, an exit code back. */
final class Program {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private final Session session;

    Program(Session session) {
        this.session = session;
    }

    int execute(String... args) {
        Console console = session.console();
        CommandLine line = QingfenCommand.line(session);
        line.setOut(new java.io.PrintWriter(console.out(), true));
        line.setErr(new java.io.PrintWriter(console.err(), true));
        line.setColorScheme(Help.defaultColorScheme(console.colored() ? Help.Ansi.ON : Help.Ansi.OFF));
        line.setParameterExceptionHandler(this::misused);
        line.setExecutionExceptionHandler(this::failed);
        line.setUsageHelpWidth(110);
        line.registerConverter(LocalDate.class, Program::date);
        everyCommandHasHelp(line);
        return line.execute(args);
    }

    private static LocalDate date(String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            // the same answer as for another shape
        }
        throw new TypeConversionException("'" + text + "' is not a date like 2026-03-02");
    }

    private static void everyCommandHasHelp(CommandLine line) {
        line.getSubcommands().values().forEach(sub -> {
            sub.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
            sub.getCommandSpec()
                    .usageMessage()
                    .synopsisHeading("%nUsage: ")
                    .descriptionHeading("%n")
                    .parameterListHeading("%nParameters:%n")
                    .optionListHeading("%nOptions:%n");
            everyCommandHasHelp(sub);
        });
    }

    private int misused(ParameterException misuse, String[] args) {
        CommandLine command = misuse.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String problem = misuse.getMessage().replaceFirst("^Error: ", "");
        new Problems(session.console()).print(List.of(problem));
        List<String> near =
                misuse instanceof UnmatchedArgumentException unknown ? Nearly.meant(command, unknown) : List.of();
        session.say(near.isEmpty() ? "Try: " + name + " --help" : "Did you mean: " + String.join(" or ", near) + "?");
        json(args, name, Exit.USAGE_OR_REFERENCE, List.of(problem));
        return Exit.USAGE_OR_REFERENCE.code();
    }

    private int failed(Exception failure, CommandLine command, ParseResult parsed) {
        Refusal refusal = Interrupts.leaving() ? Failures.stopped(failure) : Failures.refusal(failure);
        List<String> problems = Options.of(command).typeable(refusal.problems());
        new Problems(session.console()).print(problems);
        if (refusal.exit() == Exit.FAILED && System.getenv().containsKey("QINGFEN_TRACE")) {
            failure.printStackTrace(session.console().err());
        }
        json(
                parsed.originalArgs().toArray(String[]::new),
                command.getCommandSpec().qualifiedName(),
                refusal.exit(),
                problems);
        return refusal.exit().code();
    }

    private void json(String[] args, String command, Exit exit, List<String> problems) {
        if (List.of(args).contains("--json")) {
            String name = command.replaceFirst("^qingfen ", "");
            session.console().out().println(Json.text(Json.envelope(name, exit.code(), problems)));
        }
    }
}
