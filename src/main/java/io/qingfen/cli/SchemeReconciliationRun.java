package io.qingfen.cli;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.notifications.Deliveries;
import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.scheme.BrandFees;
import io.qingfen.scheme.FundsAgreement;
import io.qingfen.scheme.MasterControl;
import io.qingfen.scheme.SchemeReconciliation;
import io.qingfen.scheme.SchemeReconciliation.Compared;
import io.qingfen.scheme.SchemeReconciliation.SourceResult;
import io.qingfen.scheme.SchemeReconciliation.Turn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code qingfen run scheme-reconciliation}: holds the files of schemes against the books of a date, and tells it. */
final class SchemeReconciliationRun {
    static final String JOB = "scheme-reconciliation";
    private static final int CASES_SHOWN = 20;

    /** Begins the name of the file that a source waits for, where it is not one of records. */
    private static final Pattern MISSING = Pattern.compile(" \\(([a-z]+-)");

    private final Session session;
    private final Options options;

    SchemeReconciliationRun(Session session, Options options) {
        this.session = session;
        this.options = options;
    }

    int compare(LocalDate date, Actor who) {
        Compared compared;
        try (Engine engine = session.open(options.home())) {
            compared = engine.part(SchemeReconciliation.class).compare(date, who);
            engine.part(Deliveries.class).deliver();
        }
        List<String> problems = problems(compared);
        new Problems(session.console()).print(problems);
        compared.notices().forEach(session::say);
        Exit exit = exit(compared);
        if (options.json()) {
            json(compared, exit, problems);
        } else {
            tell(compared);
        }
        return exit.code();
    }

    /** What would be compared, by the names of the files that have come. */
    int look(LocalDate date) {
        List<Turn> turns;
        try (Engine engine = session.open(options.home())) {
            turns = engine.part(SchemeReconciliation.class).look(date);
        }
        if (options.json()) {
            Map<String, Object> result = Json.envelope("run", Exit.DONE.code(), List.of());
            result.put("dryRun", true);
            result.put("date", date.toString());
            result.put(
                    "sources",
                    turns.stream()
                            .map(turn -> Json.object(
                                    "source", turn.source(),
                                    "files", turn.files(),
                                    "next", turn.kind().name(),
                                    "why", turn.why()))
                            .toList());
            session.console().out().println(Json.text(result));
        } else {
            session.print(options.typeable(
                    turns.stream().map(turn -> date + "  " + told(date, turn)).toList()));
            session.say(DryRun.NOTHING);
        }
        return Exit.DONE.code();
    }

    private static String told(LocalDate date, Turn turn) {
        return switch (turn.kind()) {
            case COMPARES -> turn.source() + "  would be compared with " + String.join(", ", turn.files());
            case BEFORE -> turn.source() + "  was compared before";
            case WAITS -> waiting(date, turn.why());
            case BLOCKED -> turn.why();
        };
    }

    private List<String> problems(Compared compared) {
        List<String> problems = new ArrayList<>(compared.refused());
        if (!compared.refused().isEmpty()) {
            problems.add("nothing of these files was used; they lie in quarantine/ with the reason: put corrected ones"
                    + " into inbox/, then: qingfen run " + JOB + " --date " + compared.date());
        }
        problems.addAll(compared.stopped());
        problems.addAll(compared.blocked());
        problems.replaceAll(options::typeable);
        return problems;
    }

    private static Exit exit(Compared compared) {
        if (!compared.refused().isEmpty()) {
            return Exit.INPUT_REFUSED;
        }
        if (!compared.stopped().isEmpty() || !compared.blocked().isEmpty()) {
            return Exit.REFUSED;
        }
        return compared.waiting().isEmpty() ? Exit.DONE : Exit.WAITING;
    }

    private void tell(Compared compared) {
        List<String> lines = new ArrayList<>();
        compared.sources().forEach(source -> tell(lines, compared.date(), source));
        compared.before().forEach(name -> lines.add(compared.date() + "  " + name + "  was compared before"));
        compared.waiting().forEach(name -> lines.add(compared.date() + "  " + waiting(compared.date(), name)));
        if (compared.folder() != null) {
            lines.add("files    " + compared.folder());
        }
        session.print(lines);
    }

    private static String waiting(LocalDate date, String name) {
        String source = name.replaceAll(" .*", "");
        Matcher missing = MISSING.matcher(name);
        String kind = missing.find() ? missing.group(1) : "scheme-";
        return name + "  waits for its file: put it into inbox/ as " + kind + source + "_"
                + date.toString().replace("-", "") + "_01 (.txt, .csv, .dat or .zip)";
    }

    private static void tell(List<String> lines, LocalDate date, SourceResult source) {
        lines.add(date + "  " + source.source() + "  " + Words.counted(source.records(), "record") + " in "
                + String.join(", ", source.files()));
        source.controls().forEach(control -> control(lines, control));
        if (source.funds() != null) {
            funds(lines, source.funds());
        }
        if (source.fees() != null) {
            fees(lines, source.fees());
        }
        lines.add("  outcomes      "
                + source.outcomes().entrySet().stream()
                        .map(one -> Words.grouped(one.getValue()) + " " + one.getKey())
                        .collect(Collectors.joining(", ")));
        cases(lines, source);
    }

    /** The master control as a sum that can be read from top to bottom. */
    private static void control(List<String> lines, MasterControl control) {
        String code = control.currency().code();
        line(lines, "own", control.own().minor(), code, control.own().count());
        line(
                lines,
                "- carried in",
                control.carriedIn().minor(),
                code,
                control.carriedIn().count());
        line(
                lines,
                "+ carried out",
                control.carriedOut().minor(),
                code,
                control.carriedOut().count());
        line(
                lines,
                "+ disputes",
                control.disputes().minor(),
                code,
                control.disputes().count());
        line(lines, "+ long", control.longs().minor(), code, control.longs().count());
        line(lines, "- short", control.shorts().minor(), code, control.shorts().count());
        line(lines, "= scheme", control.scheme().minor(), code, control.scheme().count());
    }

    /** What the statement of funds says of the same records. */
    private static void funds(List<String> lines, FundsAgreement funds) {
        String code = funds.currency().code();
        String what = funds.agrees()
                ? "as the records give"
                : Words.counted(funds.differing().size(), "number") + " differ from the records, which give "
                        + Words.amount(funds.recordsMinor(), code);
        lines.add(sum("funds", funds.fundsMinor(), code) + what);
        if (funds.otherMinor() != 0) {
            lines.add(sum("funds, other", funds.otherMinor(), code) + "moved by no transaction");
        }
    }

    /** Beside the control: what only stands there must not be taken for booked. */
    private static void fees(List<String> lines, BrandFees.Told fees) {
        String code = fees.currency().code();
        String booked = fees.isBooked()
                ? "booked by the next date: " + Words.amount(fees.booked().minor(), code) + " " + code
                : "shown, not booked: ask your contract whether the fees in the records hold them";
        lines.add(sum("brand fees", fees.all().minor(), code) + booked);
        if (fees.alone().count() > 0) {
            line(lines, "of no record", fees.alone().minor(), code, fees.alone().count());
        }
    }

    private static void line(List<String> lines, String name, long minor, String code, long count) {
        lines.add(sum(name, minor, code) + Words.counted(count, "item"));
    }

    private static String sum(String name, long minor, String code) {
        return "  " + pad(name, 14)
                + " ".repeat(Math.max(0, 18 - Words.amount(minor, code).length())) + Words.amount(minor, code) + " "
                + code + "  ";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static void cases(List<String> lines, SourceResult source) {
        source.opened().stream().limit(CASES_SHOWN).forEach(text -> lines.add("  case  " + text));
        if (source.opened().size() > CASES_SHOWN) {
            lines.add("  … and " + Words.counted(source.opened().size() - CASES_SHOWN, "case") + " more");
        }
        if (source.closed() > 0) {
            lines.add("  " + Words.counted(source.closed(), "case") + " closed: the counterpart has come");
        }
    }

    private void json(Compared compared, Exit exit, List<String> problems) {
        Map<String, Object> result = Json.envelope("run", exit.code(), problems);
        result.put("date", compared.date().toString());
        result.put(
                "sources",
                compared.sources().stream().map(SchemeReconciliationRun::json).toList());
        result.put("waiting", compared.waiting());
        result.put("before", compared.before());
        result.put("notices", compared.notices());
        result.put(
                "folder", compared.folder() == null ? null : compared.folder().toString());
        session.console().out().println(Json.text(result));
    }

    private static Map<String, Object> json(SourceResult source) {
        Map<String, Object> outcomes = new LinkedHashMap<>();
        source.outcomes().forEach((outcome, count) -> outcomes.put(outcome.name(), count));
        return Json.object(
                "source", source.source(),
                "files", source.files(),
                "records", source.records(),
                "controls",
                        source.controls().stream()
                                .map(SchemeReconciliationRun::json)
                                .toList(),
                "outcomes", outcomes,
                "cases", source.opened(),
                "closed", source.closed(),
                "funds", source.funds() == null ? null : json(source.funds()),
                "brandFees", source.fees() == null ? null : json(source.fees()));
    }

    private static Map<String, Object> json(BrandFees.Told fees) {
        return Json.object(
                "currency", fees.currency().code(),
                "told", plain(fees.all().minor(), fees.currency()),
                "ofNoRecord", plain(fees.alone().minor(), fees.currency()),
                "isBooked", fees.isBooked(),
                "booked", plain(fees.booked().minor(), fees.currency()));
    }

    private static Map<String, Object> json(FundsAgreement funds) {
        return Json.object(
                "currency", funds.currency().code(),
                "records", plain(funds.recordsMinor(), funds.currency()),
                "funds", plain(funds.fundsMinor(), funds.currency()),
                "other", plain(funds.otherMinor(), funds.currency()),
                "differing", funds.differing().size());
    }

    private static Map<String, Object> json(MasterControl control) {
        return Json.object(
                "currency", control.currency().code(),
                "own", plain(control, control.own()),
                "carriedIn", plain(control, control.carriedIn()),
                "carriedOut", plain(control, control.carriedOut()),
                "disputes", plain(control, control.disputes()),
                "long", plain(control, control.longs()),
                "short", plain(control, control.shorts()),
                "scheme", plain(control, control.scheme()));
    }

    private static String plain(MasterControl control, MasterControl.Line line) {
        return plain(line.minor(), control.currency());
    }

    private static String plain(long minor, Currency currency) {
        return Amounts.format(minor, currency);
    }
}
