package io.qingfen.cli;

import io.qingfen.reports.MonthEnd;
import io.qingfen.reports.MonthEnd.Ready;
import io.qingfen.reports.MonthEnd.Written;
import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** {@code qingfen run month-end}: writes the files of a month, and says where they are. */
final class MonthEndRun {
    static final String JOB = "month-end";
    private final Session session;
    private final Options options;

    MonthEndRun(Session session, Options options) {
        this.session = session;
        this.options = options;
    }

    int look(YearMonth month) {
        requireMonth(month);
        Ready ready;
        try (Engine engine = session.open(options.home())) {
            ready = engine.part(MonthEnd.class).look(month);
        }
        if (options.json()) {
            Map<String, Object> result = envelope(month, ready.folder(), ready.invoices());
            result.put("dryRun", true);
            session.console().out().println(Json.text(result));
        } else {
            session.print(List.of(
                    month + "  would be written: " + Words.counted(ready.invoices(), "invoice")
                            + ", every sum agrees with the ledger",
                    "files    " + ready.folder()
                            + (ready.written() ? ", in the place of those that stand there" : "")));
            session.say(DryRun.NOTHING);
        }
        return Exit.DONE.code();
    }

    private static void requireMonth(YearMonth month) {
        if (month == null) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "Job " + JOB + " needs its month and nothing else. Try: qingfen run " + JOB + " --month 2026-03");
        }
    }

    private static Map<String, Object> envelope(YearMonth month, Path folder, long invoices) {
        Map<String, Object> result = Json.envelope("run", Exit.DONE.code(), List.of());
        result.put("month", month.toString());
        result.put("folder", folder.toString());
        result.put("invoices", invoices);
        return result;
    }

    int write(YearMonth month, Actor who) {
        requireMonth(month);
        Written written;
        try (Engine engine = session.open(options.home())) {
            written = engine.part(MonthEnd.class).write(month, who);
        }
        if (options.json()) {
            Map<String, Object> result = envelope(month, written.folder(), written.invoices());
            result.put("sha256", written.sha256());
            session.console().out().println(Json.text(result));
        } else {
            session.print(List.of(
                    month + "  " + Words.counted(written.invoices(), "invoice") + ", every sum agrees with the ledger",
                    "files    " + written.folder()));
        }
        return Exit.DONE.code();
    }
}
