package io.qingfen.nightly;

import io.qingfen.run.Actor;
import java.time.LocalDate;
import java.util.List;

/**
 * Sets the results of a closed date aside, so that it can run again, and compares them with the new ones. The ledger is
 * not touched: entries are never changed, the new run reverses what no longer holds. Takes part in the caller's
 * transaction.
 */
public interface SupersededDates {
    /** 1, or more after re-runs. */
    int generation(LocalDate businessDate);

    /**
     * Why the date cannot be run again, each with what to do; empty when it can. Locks the date until the transaction ends,
     * so that nobody releases its payouts meanwhile.
     */
    List<String> obstacles(LocalDate businessDate);

    /** Notes that a re-run begins and keeps the date from everything else; the generation that it will be. */
    int begin(LocalDate businessDate, Actor actor, String reason);

    /** Sets the results aside and takes back what the date did to anything else; afterwards it is as if never run. */
    void takeBack(LocalDate businessDate, int generation);

    /** The results now against those that this generation replaced. */
    RerunDiff diff(LocalDate businessDate, int generation);

    /** Forgets what only a re-run of earlier dates would need. */
    void forgetBefore(LocalDate businessDate);
}
