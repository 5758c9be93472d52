package io.qingfen.reference.jdbc;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Seals bytes for one place: version, key id, AES-256-GCM of (digest of the place, bytes). Sealed bytes that are moved to
 * another place, or changed, do not open.
 */
final class Vault {
    private static final byte VERSION = 1;
    private static final int HEADER = 1 + AccountKey.ID_BYTES;
    private static final int PLACE = 16;
    private static final int DIGEST_BYTES = 24;
    private final AccountKey newest;
    private final Map<String, AccountKey> byId = new LinkedHashMap<>();

    /** @param keys newest first */
    Vault(List<AccountKey> keys) {
        newest = keys.get(0);
        keys.forEach(key -> byId.put(key.hexId(), key));
    }

    byte[] seal(String place, byte[] clear) {
        byte[] encrypted = newest.encrypt(ByteBuffer.allocate(PLACE + clear.length)
                .put(digestOf(place))
                .put(clear)
                .array());
        return ByteBuffer.allocate(HEADER + encrypted.length)
                .put(VERSION)
                .put(newest.id())
                .put(encrypted)
                .array();
    }

    /** @throws IllegalStateException when the bytes were changed, sealed for another place or with a missing key */
    byte[] open(String place, byte[] sealed) {
        if (sealed.length < HEADER || sealed[0] != VERSION) {
            throw new IllegalStateException("not sealed bytes of a known version: " + place);
        }
        AccountKey key = key(HexFormat.of().formatHex(sealed, 1, HEADER));
        byte[] clear;
        try {
            clear = key.decrypt(Arrays.copyOfRange(sealed, HEADER, sealed.length));
        } catch (RuntimeException changed) {
            throw new IllegalStateException("the sealed bytes were changed: " + place, changed);
        }
        if (!MessageDigest.isEqual(Arrays.copyOf(clear, PLACE), digestOf(place))) {
            throw new IllegalStateException("the sealed bytes belong to another place than " + place);
        }
        return Arrays.copyOfRange(clear, PLACE, clear.length);
    }

    /** Keyed digest, 64 characters: 16 name the key. */
    String digest(String text) {
        return digest(newest, text);
    }

    /** @throws Refusal when the digest's key is missing */
    boolean isDigestOf(String digest, String text) {
        String id = digest.substring(0, 2 * AccountKey.ID_BYTES);
        if (!byId.containsKey(id)) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, missing(id));
        }
        String made = digest(key(id), text);
        return MessageDigest.isEqual(
                made.getBytes(StandardCharsets.US_ASCII), digest.getBytes(StandardCharsets.US_ASCII));
    }

    private static String digest(AccountKey key, String text) {
        return key.hexId() + HexFormat.of().formatHex(key.digest(text), 0, DIGEST_BYTES);
    }

    private AccountKey key(String id) {
        AccountKey key = byId.get(id);
        if (key == null) {
            throw new IllegalStateException(missing(id));
        }
        return key;
    }

    private static String missing(String id) {
        return "the key " + id + " of account numbers is missing: restore secrets/account.key from its backup, or add"
                + " the old key behind the new one, see docs/SECURITY.md";
    }

    private static byte[] digestOf(String place) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(place.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(all, PLACE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
