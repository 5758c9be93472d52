package io.qingfen.cli;

import io.qingfen.reports.Statement;
import io.qingfen.reports.Statements;
import io.qingfen.run.CompleteFile;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code qingfen statement}: a merchant's statement of one date, as PDF or CSV. */
@Command(
        name = "statement",
        header = "Write a merchant's statement of one date as a PDF (or CSV, by the name of the file).",
        footer = {
            "",
            "Examples:",
            "  qingfen statement --merchant 898310000000001 --date 2026-03-02",
            "  qingfen statement --merchant 898310000000001 --date 2026-03-02 --out /tmp/shop.csv",
            "",
            "Every night writes outbox/DATE/statements/MERCHANT.csv for all merchants with a position, and the PDF",
            "for those that qingfen.yml names: statements: {pdf: [898310000000001]}, or pdf: all."
        })
final class StatementCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Options options;

    @Option(names = "--merchant", paramLabel = "ID", required = true, description = "The merchant.")
    private String merchant;

    @Option(names = "--date", paramLabel = "D", required = true, description = "The business date.")
    private LocalDate date;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write; .csv gives a CSV (default: MERCHANT_DATE.pdf here).")
    private Path out;

    StatementCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Path file = (out == null ? Path.of(merchant + "_" + date + ".pdf") : out).toAbsolutePath();
        WrittenFile.require("--out", file);
        try (Engine engine = session.open(options.home())) {
            CompleteFile.of(file, document(engine.part(Statements.class), file));
        }
        if (options.json()) {
            Map<String, Object> result = Json.envelope("statement", Exit.DONE.code(), List.of());
            result.put("file", file.toString());
            session.console().out().println(Json.text(result));
        } else {
            session.console().out().println(file);
        }
        return Exit.DONE.code();
    }

    private byte[] document(Statements maker, Path file) {
        List<Statement> statements = maker.of(date, merchant);
        if (statements.isEmpty()) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "Merchant " + merchant + " has no position on " + date
                            + ". The dates of the books: qingfen status");
        }
        return file.getFileName().toString().endsWith(".csv") ? maker.csv(statements) : maker.pdf(statements);
    }
}
