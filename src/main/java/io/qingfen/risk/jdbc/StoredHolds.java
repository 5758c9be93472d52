package io.qingfen.risk.jdbc;

import io.qingfen.reference.CurrentReference;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.Terminal;
import io.qingfen.risk.Hold;
import io.qingfen.risk.HoldState;
import io.qingfen.risk.Holds;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.BusinessDay;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Exit;
import io.qingfen.run.FreeText;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Acts on holds, each in a transaction of its own with its record in the audit chain. */
@Component
class StoredHolds implements Holds {

    private final HoldRows rows;
    private final PayoutsOnTheWay payouts;
    private final CurrentReference reference;
    private final BusinessDays days;
    private final Audit audit;
    private final TransactionTemplate transaction;

    StoredHolds(
            HoldRows rows,
            PayoutsOnTheWay payouts,
            CurrentReference reference,
            BusinessDays days,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.payouts = payouts;
        this.reference = reference;
        this.days = days;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Placed place(Actor actor, Subject subject, String reason, Optional<LocalDate> until) {
        String why = FreeText.reason(reason);
        until.ifPresent(this::requireFuture);
        String merchant = subject.terminal() ? merchantOf(subject.id()) : known(subject.id());
        String terminal = subject.terminal() ? subject.id() : "";
        return transaction.execute(status -> placed(actor, merchant, terminal, why, until.orElse(null)));
    }

    private Placed placed(Actor actor, String merchant, String terminal, String reason, LocalDate until) {
        // whoever approves a release at this moment comes before or after, never beside
        List<String> notes = new ArrayList<>(payouts.notes(merchant));
        String subject = terminal.isEmpty() ? merchant : merchant + "/" + terminal;
        // from here on nobody else can place a hold
        audit.record(actor, "holds.place", subject, (until == null ? "" : "until " + until + ": ") + reason);
        List<Hold> standing = standing(merchant, terminal);
        requireNoEqual(standing, reason, until);
        standing.forEach(hold -> notes.add(besides(hold)));
        long number = rows.nextNumber();
        String id = Hold.idOf(number, merchant, terminal, reason, until);
        rows.add(new Hold(
                id, number, merchant, terminal, reason, until, actor.name(), null, null, Optional.empty(), null));
        return new Placed(listed(id), notes);
    }

    /** Holds on the same that nobody lifted and that are not over. */
    private List<Hold> standing(String merchant, String terminal) {
        return list(false).stream()
                .filter(one -> one.state().mayBeLifted())
                .map(Listed::hold)
                .filter(hold ->
                        hold.merchantId().equals(merchant) && hold.terminalId().equals(terminal))
                .toList();
    }

    private static void requireNoEqual(List<Hold> standing, String reason, LocalDate until) {
        for (Hold hold : standing) {
            if (hold.reason().equals(reason) && Objects.equals(hold.until(), until)) {
                throw new Refusal(
                        Exit.REFUSED,
                        hold.subject() + " is on hold already, for the same reason"
                                + (until == null ? "" : " and up to the same date") + ": " + hold.id() + " by "
                                + hold.placedBy() + "; nothing was placed. For a second hold that has to be lifted by"
                                + " itself give its own --reason; to end the first: qingfen holds lift " + hold.id()
                                + " --reason TEXT");
            }
        }
    }

    private static String besides(Hold hold) {
        return "another hold on " + hold.subject() + " stands, " + hold.id() + " by " + hold.placedBy()
                + (hold.until() == null ? "" : ", until " + hold.until())
                + ": nothing is paid before each of them has ended; end it: qingfen holds lift " + hold.id()
                + " --reason TEXT";
    }

    @Override
    public Listed lift(Actor actor, String holdId, String reason) {
        String why = FreeText.reason(reason);
        return transaction.execute(status -> {
            HoldState state = listed(holdId).state();
            if (!state.mayBeLifted() || !rows.lift(holdId, actor, why)) {
                throw new Refusal(
                        Exit.REFUSED,
                        "hold " + holdId + " is " + listed(holdId).state()
                                + " already; there is nothing to lift: qingfen holds list --all");
            }
            audit.record(actor, "holds.lift", holdId, why);
            return listed(holdId);
        });
    }

    @Override
    public List<Listed> list(boolean withThoseThatAreOver) {
        LocalDate latest = latest();
        return rows.all().stream()
                .map(hold -> new Listed(hold, hold.state(latest)))
                .filter(one -> withThoseThatAreOver || !one.state().isOver())
                .toList();
    }

    private Listed listed(String id) {
        return rows.find(id)
                .map(hold -> new Listed(hold, hold.state(latest())))
                .orElseThrow(() -> new Refusal(
                        Exit.USAGE_OR_REFERENCE,
                        "There is no hold " + id.replaceAll("[^ -~]", "?") + ". List them: qingfen holds list --all"));
    }

    private LocalDate latest() {
        return days.latest().map(BusinessDay::date).orElse(null);
    }

    private void requireFuture(LocalDate until) {
        LocalDate latest = latest();
        if (latest != null && !until.isAfter(latest)) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "--until " + until + ": is not in the future, the books stand at " + latest
                            + "; name the last business date on which to hold, or leave it away");
        }
    }

    private String known(String merchantId) {
        if (now().merchant(merchantId) == null) {
            throw unknown("merchant", merchantId, "merchants.csv");
        }
        return merchantId;
    }

    private String merchantOf(String terminalId) {
        Terminal terminal = now().terminal(terminalId);
        if (terminal == null) {
            throw unknown("terminal", terminalId, "terminals.csv");
        }
        return terminal.merchant().id();
    }

    private Snapshot now() {
        return reference.as(days.latest().map(BusinessDay::date).orElseGet(payouts::today));
    }

    private static Refusal unknown(String what, String id, String file) {
        return new Refusal(
                Exit.USAGE_OR_REFERENCE,
                "--" + what + " " + id.replaceAll("[^ -~]", "?") + ": there is no such " + what + " in reference/"
                        + file + "; look the id up there");
    }
}
