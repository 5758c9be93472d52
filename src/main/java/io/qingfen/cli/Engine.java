package io.qingfen.cli;

import io.qingfen.run.Home;
import java.time.LocalDate;
import java.util.List;

/** An installation in operation: its books are open and its nights can run. */
interface Engine extends AutoCloseable {
    /**
     * Runs a business date to its end.
     *
     * @throws io.qingfen.run.Refusal with the exit code and what to do, when it cannot
     */
    void run(LocalDate date, int workers);

    /** Continues a date that stopped; refuses like {@link #run}. */
    void restart(LocalDate date, int workers);

    /** Every date that is not closed, up to and including this one, in order. */
    List<LocalDate> datesUntil(LocalDate until);

    /** Refuses like {@link #run} when the date is not one that may run now; changes nothing. */
    void requireRunnable(LocalDate date);

    NightAccounts accounts();

    /** The one implementation of a type that a capability publishes. */
    <T> T part(Class<T> type);

    @Override
    void close();

    /** Opens installations; commands that need no books never ask. */
    interface Opening {
        Engine open(Home home);

        /** On the embedded database of the home, whatever the environment names. */
        Engine openEmbedded(Home home);
    }
}
