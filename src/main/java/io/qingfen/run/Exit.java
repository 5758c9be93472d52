package io.qingfen.run;

/** Exit codes of the command line. */
public enum Exit {
    DONE(0),
    FAILED(1),
    USAGE_OR_REFERENCE(2),
    REFUSED(3),
    INPUT_REFUSED(4),
    CONTROL_OPEN(5),
    WAITING(6),
    LEASE_HELD(7),
    TRANSIENT(75),
    INTERRUPTED(130),
    TERMINATED(143);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
