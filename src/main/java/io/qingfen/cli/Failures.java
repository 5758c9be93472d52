package io.qingfen.cli;

import io.qingfen.run.Exit;
import io.qingfen.run.PassingFault;
import io.qingfen.run.Refusal;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.sql.SQLException;
import java.util.Map;

/** What a failure means to the caller: which exit code, and what to do about it. */
final class Failures {
    /** H2: the database file is open in another process. */
    private static final int H2_IN_USE = 90020;

    /** H2: the database file may only be read. */
    private static final int H2_READ_ONLY = 90097;

    private static final Map<Class<?>, String> WHY = Map.of(
            NoSuchFileException.class, "is not there, or its folder is not",
            AccessDeniedException.class, "the user of this program may not read or write it, or its folder",
            NotDirectoryException.class, "should be a folder and is none",
            DirectoryNotEmptyException.class, "a folder that is not empty stands there",
            FileAlreadyExistsException.class, "something stands there already");

    private Failures() {}

    static Refusal refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            if (cause instanceof SQLException sql) {
                return database(sql);
            }
            if (cause instanceof FileSystemException file) {
                return file(file);
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

    /** Java names the file alone when it is missing, in the way or forbidden. */
    private static Refusal file(FileSystemException failure) {
        String why = WHY.getOrDefault(failure.getClass(), failure.getReason());
        String where = failure.getFile() + (failure.getOtherFile() == null ? "" : " -> " + failure.getOtherFile());
        return new Refusal(
                Exit.FAILED,
                where + ": " + (why == null ? "cannot be used" : why)
                        + ". Mend that, then type the same command again: it goes on with what was begun."
                        + " Details with QINGFEN_TRACE=1 in the environment");
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
        return PassingFault.is(failure)
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
