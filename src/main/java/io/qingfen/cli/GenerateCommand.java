package io.qingfen.cli;

import io.qingfen.generator.Concentration;
import io.qingfen.generator.FaultMix;
import io.qingfen.generator.Generation;
import io.qingfen.generator.GenerationOptions;
import io.qingfen.generator.Planted;
import io.qingfen.generator.SchemeMix;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code qingfen generate}: an invented business date of any size. */
@Command(
        name = "generate",
        header = "Invent a business date: reference data when absent, input files, and the truth about them.",
        description = "The same seed and numbers give the same bytes. What was planted is written to truth/ in the "
                + "home. Generate the dates of a home in order, then run them.",
        footer = {
            "",
            "Examples:",
            "  qingfen generate --home /tmp/big --date 2026-03-02 --merchants 1000 --transactions 1000000",
            "  qingfen generate --home /tmp/clean --date 2026-03-02 --merchants 10 --transactions 500 --faults none",
            "  qingfen generate --home /tmp/mine --date 2026-03-03 --merchants 10 --transactions 500 --faults mix.yml"
        })
final class GenerateCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Options options;

    @Option(names = "--date", paramLabel = "D", required = true, description = "The business date, yyyy-MM-dd.")
    private LocalDate date;

    @Option(names = "--merchants", paramLabel = "N", required = true, description = "How many merchants.")
    private int merchants;

    @Option(names = "--transactions", paramLabel = "N", required = true, description = "How many transactions.")
    private long transactions;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another seed, another day (default: 1).")
    private long seed;

    @Option(
            names = "--faults",
            paramLabel = "FILE",
            description =
                    "YAML of kinds to per mille, for example orphanCapture: 0.5; or realistic (default), or none.")
    private String faults = "realistic";

    @Option(
            names = "--schemes",
            paramLabel = "FILE",
            description = "Write the files of schemes too, with differences: YAML of kinds to per mille, for example"
                    + " neverPaid: 0.5; or realistic, or none for files that agree.")
    private String schemes;

    @Option(names = "--files", paramLabel = "N", defaultValue = "2", description = "Files of each kind (default: 2).")
    private int files;

    @Option(
            names = "--first-date",
            paramLabel = "D",
            description = "The first date of this home's story (default: the earliest generated one).")
    private LocalDate firstDate;

    @Option(
            names = "--largest-merchant",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "The first merchant takes so much of all transactions (default: as it is drawn).")
    private int largestMerchant;

    @Option(
            names = "--largest-terminal",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "One terminal takes so much of all transactions (default: as it is drawn).")
    private int largestTerminal;

    GenerateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        requireDirectory(options.home().root());
        Planted planted = Generation.write(new GenerationOptions(
                options.home().root(),
                date,
                Optional.ofNullable(firstDate),
                merchants,
                transactions,
                seed,
                mix(),
                files,
                new Concentration(largestMerchant, largestTerminal),
                schemes()));
        if (options.json()) {
            Map<String, Object> result = Json.envelope("generate", Exit.DONE.code(), List.of());
            result.put("home", options.home().root().toString());
            result.put("planted", Json.parsed(planted.toString()));
            session.console().out().println(Json.text(result));
        } else {
            session.print(written(planted));
        }
        return Exit.DONE.code();
    }

    private List<String> written(Planted planted) {
        Path home = options.home().root();
        List<String> lines = new ArrayList<>();
        lines.add("Wrote " + Words.counted(planted.captures(), "slip") + " and "
                + Words.counted(planted.authorizations(), "authorization") + " of " + date + " to "
                + options.home().inbox());
        lines.add("The truth about them: " + home + "/truth/truth_" + date + ".json");
        if (schemes != null) {
            lines.add("The files of schemes beside them, and what their comparison must find: " + home
                    + "/truth/schemes_" + date + ".json");
        }
        lines.add("Run them: qingfen run --date " + date + " --home " + home);
        return lines;
    }

    private static void requireDirectory(Path home) {
        for (Path path = home; path != null; path = path.getParent()) {
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw new Refusal(
                        Exit.USAGE_OR_REFERENCE, path + ": is a file; name a directory, or one that is not there yet");
            }
        }
    }

    private FaultMix mix() {
        return switch (faults) {
            case "realistic" -> FaultMix.realistic();
            case "none" -> FaultMix.none();
            default -> FaultMix.read(Path.of(faults));
        };
    }

    private SchemeMix schemes() {
        if (schemes == null) {
            return SchemeMix.noFiles();
        }
        return switch (schemes) {
            case "realistic" -> SchemeMix.realistic();
            case "none" -> SchemeMix.none();
            default -> SchemeMix.read(Path.of(schemes));
        };
    }
}
