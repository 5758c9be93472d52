package io.qingfen.nightly;

import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.BusinessDay;
import io.qingfen.run.BusinessDay.State;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Exit;
import io.qingfen.run.FreeText;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunLease;
import io.qingfen.run.RunLease.Holding;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Frees the lease of a run that does not come back by itself. A run that lives is only cut off by two persons; whatever
 * it writes afterwards is refused by its token.
 */
@Component
public final class Recovery {
    private final RunLease lease;
    private final BusinessDays days;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Recovery(RunLease lease, BusinessDays days, Audit audit, PlatformTransactionManager transactions) {
        this.lease = lease;
        this.days = days;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Two persons who cut off a run that lives, and why. */
    public record Force(Actor second, String reason) {}

    /**
     * What stood in the way, now freed, and what to continue.
     *
     * @param freed empty when nobody held the lease
     * @param unfinished the last date of the books, when it is not closed
     */
    public record Outcome(Optional<Holding> freed, Optional<LocalDate> unfinished) {}

    /** Who holds the lease; empty when nobody does. */
    public Optional<Holding> holding() {
        return lease.holding();
    }

    /**
     * Frees the lease.
     *
     * @param date empty for whatever date the holder runs
     * @param force empty when only a lease that is over is to be freed
     * @throws Refusal LEASE_HELD while the holder lives and nobody forces; REFUSED for another date, or when both persons
     *     are one
     */
    public Outcome recover(Optional<LocalDate> date, Actor who, Optional<Force> force) {
        Outcome outcome = look(date, who, force);
        outcome.freed().ifPresent(held -> transaction.executeWithoutResult(status -> free(held, who, force)));
        return outcome;
    }

    /** What {@link #recover} would free now, and its refusals; changes nothing. */
    public Outcome look(Optional<LocalDate> date, Actor who, Optional<Force> force) {
        force.ifPresent(two -> requireTwo(who, two));
        Optional<Holding> holding = lease.holding();
        holding.ifPresent(held -> {
            requireDate(date, held);
            requireOver(held, force);
        });
        return new Outcome(holding, unfinished());
    }

    private Optional<LocalDate> unfinished() {
        return days.latest().filter(day -> day.state() != State.CLOSED).map(BusinessDay::date);
    }

    private static void requireTwo(Actor who, Force force) {
        if (who.isSamePersonAs(force.second())) {
            throw new Refusal(
                    Exit.REFUSED,
                    "recover: " + who + " cannot be the second person too; another person confirms with --second USER");
        }
        FreeText.reason(force.reason());
    }

    private static void requireDate(Optional<LocalDate> date, Holding held) {
        if (date.isPresent() && !date.get().equals(held.businessDate())) {
            throw new Refusal(
                    Exit.REFUSED,
                    "recover: the lease is held for " + held.businessDate() + ", not for " + date.get() + " ("
                            + words(held) + ")");
        }
    }

    private static void requireOver(Holding held, Optional<Force> force) {
        if (!held.over() && force.isEmpty()) {
            throw new Refusal(
                    Exit.LEASE_HELD,
                    "recover: the run lives (" + words(held) + "); wait for it, or let it end: kill -TERM on its host."
                            + " Only when it hangs, two persons: qingfen recover --force --reason TEXT --second USER");
        }
    }

    private void free(Holding held, Actor who, Optional<Force> force) {
        if (!lease.end(held.token())) {
            throw new Refusal(
                    Exit.LEASE_HELD, "recover: another run took the lease meanwhile; look again: qingfen recover");
        }
        String detail = words(held)
                + force.map(two -> "; forced with " + two.second() + ": " + FreeText.reason(two.reason()))
                        .orElse("");
        audit.record(who, "recover", held.businessDate().toString(), detail);
    }

    /** The holder as people need it. */
    public static String words(Holding held) {
        return "holder " + held.holder() + ", business date " + held.businessDate() + ", last heartbeat "
                + held.heartbeatAge() + " s ago, token " + held.token();
    }
}
