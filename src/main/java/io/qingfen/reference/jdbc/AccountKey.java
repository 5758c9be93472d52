package io.qingfen.reference.jdbc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;

/** One 256-bit key. Its id, and separate keys for encrypting and for digests, are derived from it. */
final class AccountKey {
    static final int BYTES = 32;
    static final int ID_BYTES = 8;
    private static final String HMAC = "HmacSHA256";
    private static final int IV_BYTES = 16;
    private final byte[] id;
    /** One each thread: an encryptor lets only one thread at a time do its work. */
    private final ThreadLocal<BytesEncryptor> encryptor;

    private final SecretKeySpec digestKey;

    AccountKey(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("a key has " + BYTES + " bytes");
        }
        SecretKeySpec root = new SecretKeySpec(key, HMAC);
        id = Arrays.copyOf(hmac(root, "qingfen account key id"), ID_BYTES);
        digestKey = new SecretKeySpec(hmac(root, "qingfen account digest"), HMAC);
        SecretKeySpec encryption = new SecretKeySpec(hmac(root, "qingfen account encryption"), "AES");
        encryptor = ThreadLocal.withInitial(
                () -> new AesBytesEncryptor(encryption, KeyGenerators.secureRandom(IV_BYTES), CipherAlgorithm.GCM));
    }

    /** Stored beside what the key encrypted; tells nothing about the key. */
    byte[] id() {
        return id.clone();
    }

    String hexId() {
        return HexFormat.of().formatHex(id);
    }

    /** AES-256-GCM with a random initialization vector. */
    byte[] encrypt(byte[] clear) {
        return encryptor.get().encrypt(clear);
    }

    /** Throws a runtime exception when the bytes were changed. */
    byte[] decrypt(byte[] encrypted) {
        return encryptor.get().decrypt(encrypted);
    }

    byte[] digest(String text) {
        return hmac(digestKey, text);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
