package io.qingfen.serve;

/** The long-running process, from its start to its end. */
public interface Serving {
    /** Port of the server on 127.0.0.1. */
    int port();

    /** Returns when the process was asked to end and everything that ran has come to a commit. */
    void awaitEnd() throws InterruptedException;
}
