package io.qingfen.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code qingfen}: names the commands. */
@Command(
        name = "qingfen",
        header = "Nightly clearing and settlement for card acquirers and payment institutions.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {
            "  qingfen demo                                see finished nights in seconds, nothing to set up",
            "  qingfen run --date 2026-03-02 --home DIR    settle a business date",
            "  qingfen status --home DIR                   where each date is",
            "  qingfen cases list --home DIR               what a person must decide",
            "  qingfen payouts show --date 2026-03-02      what waits for release",
            "  qingfen explain P20260302-898310000000001   why this amount",
            "",
            "Exit codes: 0 done, 1 failed (restart), 2 usage or reference data, 3 refused, 4 input file refused,",
            "  5 a control is open and money stopped, 6 waiting for files, 7 another run holds the lease,",
            "  75 try again later, 130 and 143 interrupted at a safe point. See docs/OPERATIONS.md."
        })
final class QingfenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** All commands with their sub-commands; the ones that are not ready are not listed. */
    static CommandLine line(Session session) {
        return new CommandLine(new QingfenCommand())
                .addSubcommand(new DemoCommand(session))
                .addSubcommand(new RunCommand(session))
                .addSubcommand(new RestartCommand(session))
                .addSubcommand(new RerunCommand(session))
                .addSubcommand(new StatusCommand(session))
                .addSubcommand(new RecoverCommand(session))
                .addSubcommand(new ServeCommand(session))
                .addSubcommand(JobsCommand.line(session))
                .addSubcommand(CasesCommand.line(session))
                .addSubcommand(PayoutsCommand.line(session))
                .addSubcommand(HoldsCommand.line(session))
                .addSubcommand(new ExplainCommand(session))
                .addSubcommand(new ReportCommand(session))
                .addSubcommand(new StatementCommand(session))
                .addSubcommand(new WhatIfCommand(session))
                .addSubcommand(AdjustmentsCommand.line(session))
                .addSubcommand(ReferenceCommand.line(session))
                .addSubcommand(RetentionCommand.line(session))
                .addSubcommand(new DoctorCommand(session))
                .addSubcommand(new MigrateCommand(session))
                .addSubcommand(NotifyCommand.line(session))
                .addSubcommand(new VerifyCommand(session))
                .addSubcommand(AuditCommand.line(session))
                .addSubcommand(new GenerateCommand(session));
    }
}
