package io.qingfen.cli;

import io.qingfen.reports.Report;
import io.qingfen.reports.ReportName;
import io.qingfen.reports.ReportSection;
import io.qingfen.reports.Reports;
import io.qingfen.run.CompleteFile;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code qingfen report}: a report of a closed date, as a file. */
@Command(
        name = "report",
        header = "Write a report of a closed date: settlement, kpis, fees, deposits, failures, reconciliation.",
        footer = {
            "",
            "Examples:",
            "  qingfen report fees --date 2026-03-02",
            "  qingfen report deposits --date 2026-03-02 --out /tmp/deposits.pdf --language zh",
            "  qingfen report failures --date 2026-03-02 --table failures_by_code --out /tmp/codes.csv",
            "  qingfen report fees --date 2026-03-02 --table fees_by_rule --columns fee_rule,margin --out /tmp/rules.csv",
            "",
            "The ending of FILE says what it becomes: .xlsx, .pdf, .html, .json, .zip (a CSV for each table), or .csv",
            "(the table that --table names). The same books give the same bytes. Tables and columns:",
            "docs/DICTIONARY.md."
        })
final class ReportCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private Options options;

    @Parameters(paramLabel = "REPORT", description = "Which report.")
    private String name;

    @Option(names = "--date", paramLabel = "D", required = true, description = "The business date.")
    private LocalDate date;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write (default: D_REPORT.xlsx here).")
    private Path out;

    @Option(names = "--table", paramLabel = "TABLE", description = "The table that a .csv holds.")
    private String table;

    @Option(
            names = "--columns",
            paramLabel = "C",
            split = ",",
            description = "The columns of a .csv and their order (default: all).")
    private List<String> columns = List.of();

    @Option(
            names = "--language",
            paramLabel = "L",
            defaultValue = "",
            description = "en or zh (default: that of the date's settings).")
    private String language;

    ReportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        ReportName report = ReportName.of(name)
                .orElseThrow(() -> refused("There is no report " + name + ". The reports: "
                        + Arrays.stream(ReportName.values())
                                .map(ReportName::key)
                                .collect(Collectors.joining(", "))));
        if (!List.of("", "en", "zh").contains(language)) {
            throw refused("--language " + language + ": reports speak en and zh");
        }
        Path file = (out == null ? Path.of(date + "_" + report.key() + ".xlsx") : out).toAbsolutePath();
        String ending = file.getFileName().toString().replaceFirst(".*\\.", "");
        if (!ending.equals("csv") && !Reports.FORMS.contains(ending)) {
            throw refused(file + ": reports are written as ." + String.join(", .", Reports.FORMS) + " or .csv");
        }
        WrittenFile.require("--out", file);
        CompleteFile.Published written;
        try (Engine engine = session.open(options.home())) {
            Reports reports = engine.part(Reports.class);
            written = CompleteFile.of(file, bytes(reports, reports.of(date, report, language), ending));
        }
        if (options.json()) {
            Map<String, Object> result = Json.envelope("report", Exit.DONE.code(), List.of());
            result.put("file", file.toString());
            result.put("sha256", written.sha256());
            session.console().out().println(Json.text(result));
        } else {
            session.console().out().println(file);
            session.console().out().println("SHA-256 " + written.sha256());
        }
        return Exit.DONE.code();
    }

    private byte[] bytes(Reports reports, Report report, String ending) throws IOException {
        if (!ending.equals("csv")) {
            if (!columns.isEmpty()) {
                throw refused("--columns chooses the columns of one table: name it with --table, and a FILE.csv");
            }
            return reports.file(report, ending);
        }
        String tables = report.sections().stream().map(ReportSection::key).collect(Collectors.joining(", "));
        ReportSection section = report.section(table == null ? "" : table)
                .orElseThrow(() -> refused((table == null ? "A .csv holds one table" : "There is no table " + table)
                        + "; name it with --table: " + tables + ". Or write a .zip, which has all of them"));
        return reports.csv(section, columns);
    }

    private static Refusal refused(String why) {
        return new Refusal(Exit.USAGE_OR_REFERENCE, why);
    }
}
