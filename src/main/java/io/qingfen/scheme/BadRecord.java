package io.qingfen.scheme;

/**
 * A record of a scheme's file that cannot be read for sure. Whoever knows file and line adds them; one such record refuses
 * the whole file.
 */
public final class BadRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what what is wrong, with both sides where two disagree; never a card number */
    public BadRecord(String what) {
        super(what);
    }
}
