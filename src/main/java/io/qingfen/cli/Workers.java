package io.qingfen.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many threads the parallel steps use. */
final class Workers {
    /** One per processor. */
    static final int DEFAULT = Runtime.getRuntime().availableProcessors();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    private int count = DEFAULT;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Threads for the parallel steps (default: one per processor). Results do not depend on it.")
    private void count(int wanted) {
        if (wanted < 1 || wanted > 256) {
            throw new ParameterException(command.commandLine(), "--workers takes a number from 1 to 256");
        }
        count = wanted;
    }

    int count() {
        return count;
    }
}
