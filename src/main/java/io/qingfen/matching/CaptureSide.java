package io.qingfen.matching;

import io.qingfen.intake.Capture;

/** A capture on its way through one terminal's night. */
public final class CaptureSide {
    private final Capture capture;
    private final OpenItem open;
    private boolean used;

    /** @param open null for one of today's captures */
    CaptureSide(Capture capture, OpenItem open) {
        this.capture = capture;
        this.open = open;
    }

    public Capture capture() {
        return capture;
    }

    /** The open item that brought it in, or null for one of today's. */
    public OpenItem open() {
        return open;
    }

    public boolean isTodays() {
        return open == null;
    }

    boolean isUsed() {
        return used;
    }

    void use() {
        used = true;
    }
}
