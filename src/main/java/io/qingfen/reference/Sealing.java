package io.qingfen.reference;

/**
 * Seals bytes with the managed key of the installation (AES-256-GCM): for files that may not lie about in clear. What is
 * sealed for one place opens at no other.
 */
public interface Sealing {
    /** Two calls give different bytes. */
    byte[] seal(String place, byte[] clear);

    /** @throws IllegalStateException when the bytes were changed, belong to another place or need a missing key */
    byte[] open(String place, byte[] sealed);
}
