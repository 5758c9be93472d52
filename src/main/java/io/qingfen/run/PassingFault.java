package io.qingfen.run;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Objects;

/** Which faults of a database may pass by themselves, so that the same command can be typed again (exit 75). */
public final class PassingFault {
    /** Connection lost, serialization or deadlock, no resources (disk, connections), operator action, lock timeout. */
    private static final List<String> STATES = List.of("08", "40", "53", "57", "55P03", "HYT00");

    private PassingFault() {}

    public static boolean is(SQLException fault) {
        String state = Objects.requireNonNullElse(fault.getSQLState(), "");
        // The pool closes a connection that broke, and tells the next statement so, without a state.
        return "Connection is closed".equals(fault.getMessage())
                || fault instanceof SQLTransientException
                || fault instanceof SQLRecoverableException
                || STATES.stream().anyMatch(state::startsWith);
    }
}
