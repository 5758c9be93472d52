package io.qingfen.cli;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.sql.SQLException;

/** What a failure means to the caller: which exit code, and what to do about it. */
final class Failures {
    /** H2: the database file is open in another process. */
    private static final int H2_IN_USE = 90020;

    /** H2: the database file may only be read. */
    private static final int H2_READ_ONLY = 90097;

    private Failures() {}

    static Refusal refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof SQLException sql) {
                return database(sql);
            }
        }
        return new Refusal(Exit.FAILED, message(root(failure)) + ". Details with QINGFEN_TRACE=1 in the environment");
    }

    /** Of a program that was asked to stop: whatever broke then broke because its parts were going away. */
    static Refusal stopped(Throwable failure) {
        Refusal refusal = refusal(failure);
        return refusal.exit() == Exit.FAILED
                ? new Refusal(Exit.TERMINATED, "Stopped before the command was done; type the same command again")
                : refusal;
    }

    private static Refusal database(SQLException failure) {
        if (failure.getErrorCode() == H2_IN_USE) {
            return new Refusal(
                    Exit.LEASE_HELD,
                    "The embedded database of this home is in use by another process. Wait for it to end; to look "
                            + "while a night runs, use PostgreSQL (QINGFEN_DB_URL)");
        }
        if (failure.getErrorCode() == H2_READ_ONLY) {
            return new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "The embedded database of this home may only be read by the user of this program: let it write the"
                            + " home, or name another with --home");
        }
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        boolean transientFault = state.startsWith("08") || state.startsWith("40") || state.startsWith("57");
        return transientFault
                ? new Refusal(
                        Exit.TRANSIENT,
                        "The database does not answer: " + message(failure)
                                + ". Check QINGFEN_DB_URL and the server, then type the same command again")
                : new Refusal(
                        Exit.FAILED,
                        "The database refused: " + message(failure)
                                + ". Details with QINGFEN_TRACE=1 in the environment");
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String message(Throwable failure) {
        String text = failure.getMessage();
        return text == null || text.isBlank()
                ? failure.getClass().getSimpleName()
                : text.lines().findFirst().orElse(text);
    }
}
