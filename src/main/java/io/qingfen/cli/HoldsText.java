package io.qingfen.cli;

import io.qingfen.risk.Hold;
import io.qingfen.risk.HoldState;
import io.qingfen.risk.Holds;
import io.qingfen.run.Exit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Holds as people and machines read them. */
final class HoldsText {
    private static final String ROW = "%-22s %-9s %-16s %-9s %-11s %-11s %-12s %s";
    /** Of a reason in the table; the whole one is in --json. */
    private static final int SHOWN = 60;

    private final Session session;
    private final Options options;

    HoldsText(Session session, Options options) {
        this.session = session;
        this.options = options;
    }

    void list(List<Holds.Listed> holds, boolean all) {
        if (options.json()) {
            Map<String, Object> result = Json.envelope("holds list", Exit.DONE.code(), List.of());
            result.put("holds", holds.stream().map(HoldsText::json).toList());
            print(result);
            return;
        }
        if (holds.isEmpty()) {
            session.say(all ? "No holds." : "No holds that hold anything.");
            return;
        }
        session.print(List.of(session.console()
                .strong(String.format(
                        ROW, "hold", "state", "merchant", "terminal", "from", "until", "placed by", "reason"))));
        holds.forEach(one -> session.print(List.of(row(one))));
    }

    private static String row(Holds.Listed one) {
        Hold hold = one.hold();
        String lifted = hold.lifting()
                .map(lifting -> "; lifted by " + lifting.by() + ": " + Words.cut(lifting.reason(), SHOWN))
                .orElse("");
        return String.format(
                ROW,
                hold.id(),
                one.state(),
                hold.merchantId(),
                hold.terminalId(),
                hold.from() == null ? "next night" : hold.from(),
                hold.until() == null ? "" : hold.until(),
                hold.placedBy(),
                Words.cut(hold.reason(), SHOWN) + lifted);
    }

    void placed(Holds.Placed placed) {
        Hold hold = placed.hold().hold();
        if (options.json()) {
            Map<String, Object> result = Json.envelope("holds place", Exit.DONE.code(), List.of());
            result.put("hold", json(placed.hold()));
            result.put("notes", options.typeable(placed.notes()));
            print(result);
            return;
        }
        session.print(List.of(hold.id() + "  placed: payouts of " + hold.subject() + " are held from the next night on"
                + (hold.until() == null ? "" : ", up to and with " + hold.until())));
        options.typeable(placed.notes()).forEach(session::say);
        session.say(options.typeable("Lift it: qingfen holds lift " + hold.id() + " --reason TEXT"));
    }

    void lifted(Holds.Listed lifted) {
        if (options.json()) {
            Map<String, Object> result = Json.envelope("holds lift", Exit.DONE.code(), List.of());
            result.put("hold", json(lifted));
            print(result);
            return;
        }
        boolean waits = lifted.state() == HoldState.LIFTING;
        session.print(List.of(lifted.hold().id() + "  lifted: " + lifted.hold().subject()
                + (waits ? ", the next night pays what was held" : "")));
    }

    private void print(Map<String, Object> result) {
        session.console().out().println(Json.text(result));
    }

    private static Map<String, Object> json(Holds.Listed one) {
        Hold hold = one.hold();
        return Json.object(
                "id", hold.id(),
                "state", one.state().name(),
                "merchant", hold.merchantId(),
                "terminal", hold.terminalId(),
                "reason", hold.reason(),
                "from", date(hold.from()),
                "until", date(hold.until()),
                "placedBy", hold.placedBy(),
                "placedAt", hold.placedAt().toInstant().toString(),
                "liftedBy", hold.lifting().map(Hold.Lifting::by).orElse(null),
                "liftedAt",
                        hold.lifting()
                                .map(lifting -> lifting.at().toInstant().toString())
                                .orElse(null),
                "liftReason", hold.lifting().map(Hold.Lifting::reason).orElse(null),
                "liftedOn", date(hold.liftedOn()));
    }

    private static String date(LocalDate date) {
        return date == null ? null : date.toString();
    }
}
