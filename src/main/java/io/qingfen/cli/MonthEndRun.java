package io.qingfen.cli;

import io.qingfen.reports.MonthEnd;
import io.qingfen.reports.MonthEnd.Written;
import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
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

    int write(YearMonth month, Actor who) {
        if (month == null) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "Job " + JOB + " needs its month and nothing else. Try: qingfen run " + JOB + " --month 2026-03");
        }
        Written written;
        try (Engine engine = session.open(options.home())) {
            written = engine.part(MonthEnd.class).write(month, who);
        }
        if (options.json()) {
            Map<String, Object> result = Json.envelope("run", Exit.DONE.code(), List.of());
            result.put("month", month.toString());
            result.put("folder", written.folder().toString());
            result.put("invoices", written.invoices());
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
