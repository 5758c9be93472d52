package io.qingfen.run.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process, named so that its death can be seen by another on the same machine without waiting for its heartbeat to
 * grow old: {@code host/namespace:pid}. The namespace keeps two containers apart that share a host name.
 */
final class LeaseHolder {
    private static final String PLACE = host() + "/" + namespace() + ":";

    private LeaseHolder() {}

    static String thisProcess() {
        return PLACE + ProcessHandle.current().pid();
    }

    /**
     * True only when certain: false for other machines, and for a number that a new process uses by now (start times
     * are not compared, two virtual machines may read them differently; the heartbeat settles such cases).
     */
    static boolean hasDiedHere(String holder) {
        if (!holder.startsWith(PLACE)) {
            return false;
        }
        long pid = Long.parseLong(holder.substring(PLACE.length()));
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    private static String namespace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid"))
                    .toString()
                    .replace(":", "");
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return "-";
        }
    }
}
