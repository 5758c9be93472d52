package io.qingfen.scheme;

/** How far an item without counterpart has come. */
public enum Standing {
    /** Came into the books, or with a file, on this date. */
    NEW,
    /** Waits for its counterpart; explained by a cut-off so far. */
    WAITING,
    /** Given up: a case was opened, and a late counterpart closes it. */
    OUTSTANDING,
    /** Found its counterpart. */
    JOINED,
    /** A reversal and what it undoes, both in one file: nothing is paid. */
    NETTED,
    /** Belongs to a file from before the first that was compared. */
    EARLIER
}
