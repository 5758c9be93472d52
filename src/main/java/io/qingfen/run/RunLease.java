package io.qingfen.run;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The right to run a night: at most one holder over all processes and machines, by the clock of the database. A
 * scheduler, a click, a second terminal are only hints; this decides.
 */
public interface RunLease {
    /**
     * Takes the lease and keeps it alive until {@link Held#close()}. The lease of a process that has died is taken
     * over: at once when that can be seen on this machine, else when its heartbeat is old.
     *
     * @throws Refusal LEASE_HELD when another run holds it
     */
    Held acquire(LocalDate businessDate);

    /** Throws unless the token is still that of the current holder. */
    void require(long token);

    /** Who holds it now; empty when it is free. */
    Optional<Holding> holding();

    /**
     * Ends the holding with this token, whether or not its process lives: whatever it still writes is refused.
     *
     * @return false when another holds it by now
     */
    boolean end(long token);

    /**
     * The lease as it stands.
     *
     * @param holder host, process namespace and process id
     * @param heartbeatAge seconds since the last heartbeat, by the clock of the database
     * @param over the holder is known to be dead, or its heartbeat is too old: the next run takes it over
     */
    record Holding(long token, String holder, LocalDate businessDate, long heartbeatAge, boolean over) {}

    /** A lease that this process holds. */
    interface Held extends AutoCloseable {
        /** Fencing token: grows with every holder, so that writes of an earlier one can be told apart. */
        long token();

        @Override
        void close();
    }
}
