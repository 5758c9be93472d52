package io.qingfen.run;

import java.time.LocalDate;

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

    /** A lease that this process holds. */
    interface Held extends AutoCloseable {
        /** Fencing token: grows with every holder, so that writes of an earlier one can be told apart. */
        long token();

        @Override
        void close();
    }
}
