package io.qingfen.notifications.batch;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Addresses that belong to this machine or to a network of its own; a webhook could be bent to speak to them. */
final class PrivateNetworks {
    private PrivateNetworks() {}

    static boolean isPublic(InetAddress address) {
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        byte[] bytes = address.getAddress();
        return !special && (address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes));
    }

    /** Neither this network, carrier-grade NAT, protocol assignments, benchmarking nor reserved. */
    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean assigned = first == 192 && second == 0 && bytes[2] == 0;
        boolean benchmark = first == 198 && (second == 18 || second == 19);
        return first != 0 && first < 240 && !shared && !assigned && !benchmark;
    }

    /** Global unicast only, and none that carries an IPv4 address inside (6to4, Teredo, NAT64 lies outside). */
    private static boolean isPublic6(byte[] bytes) {
        boolean global = (bytes[0] & 0xe0) == 0x20;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return global && !sixToFour && !teredo;
    }
}
