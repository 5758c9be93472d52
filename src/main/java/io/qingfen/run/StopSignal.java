package io.qingfen.run;

/** The wish that the run end at its next commit; steps look at it between transactions. */
public final class StopSignal {
    private volatile boolean requested;

    public void request() {
        requested = true;
    }

    public void clear() {
        requested = false;
    }

    public boolean isRequested() {
        return requested;
    }
}
