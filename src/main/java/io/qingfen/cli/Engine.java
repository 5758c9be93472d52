package io.qingfen.cli;

import io.qingfen.overview.NightAccounts;
import io.qingfen.run.Actor;
import io.qingfen.run.Home;
import io.qingfen.schedule.FileBoard;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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

    /** Refuses like {@link #restart} when the date is not one that may go on now; changes nothing. */
    void requireRestartable(LocalDate date);

    /** The files that are expected of the date, and what has come. */
    default List<FileBoard.Line> files(LocalDate date) {
        return List.of();
    }

    /**
     * Refuses WAITING when files that the job expects of the date are missing, unless it has its records already.
     *
     * @param without who runs it without them, and why; audited
     */
    default void requireFiles(LocalDate date, Optional<Without> without) {}

    /** A person who settles a date without files that are expected. */
    record Without(Actor who, String reason) {}

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

        /**
         * As the process that serves, with a server on 127.0.0.1.
         *
         * @param port 0 for any that is free
         * @throws io.qingfen.run.Refusal when the port is taken
         */
        default Engine openServing(Home home, int port) {
            throw new UnsupportedOperationException("these books are not served");
        }

        /**
         * Like {@link #openServing}, on the embedded database of the home, whatever the environment names.
         *
         * @param clock file with the instant at which the schedule stands
         */
        default Engine openServingEmbedded(Home home, int port, Path clock) {
            throw new UnsupportedOperationException("these books are not served");
        }
    }
}
