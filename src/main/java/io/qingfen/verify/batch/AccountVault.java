package io.qingfen.verify.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens what the books keep sealed (docs/SECURITY.md), with the platform's own cryptography: version 1, key id (8
 * bytes), initialization vector (16), AES-256-GCM of the digest of the place (16) and the clear bytes.
 */
final class AccountVault {
    private static final int ID = 8;
    private static final int IV = 16;
    private static final int PLACE = 16;
    private static final int HEADER = 1 + ID;
    private final Map<String, byte[]> keys = new HashMap<>();

    private AccountVault() {}

    /** @param property of the environment, null without */
    static AccountVault of(UnaryOperator<String> property, Path home) throws IOException {
        String text = property.apply("qingfen.account.key");
        if (text == null || text.isBlank()) {
            String named = property.apply("qingfen.account.key-file");
            boolean own = named == null || named.isBlank();
            Path file = own ? home.resolve("secrets").resolve("account.key") : Path.of(named);
            text = Files.readString(file);
        }
        AccountVault vault = new AccountVault();
        for (String line : text.split("[\\n,]")) {
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                byte[] key = Base64.getDecoder().decode(line.strip());
                vault.keys.put(HexFormat.of().formatHex(hmac(key, "qingfen account key id"), 0, ID), key);
            }
        }
        return vault;
    }

    /** The clear bytes, or null when the bytes were changed, belong to another place or need a key that is missing. */
    byte[] open(String place, byte[] sealed) {
        if (sealed.length < HEADER + IV || sealed[0] != 1) {
            return null;
        }
        byte[] key = keys.get(HexFormat.of().formatHex(sealed, 1, HEADER));
        if (key == null) {
            return null;
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            SecretKeySpec secret = new SecretKeySpec(hmac(key, "qingfen account encryption"), "AES");
            cipher.init(Cipher.DECRYPT_MODE, secret, new GCMParameterSpec(128, sealed, HEADER, IV));
            byte[] clear = cipher.doFinal(sealed, HEADER + IV, sealed.length - HEADER - IV);
            byte[] digest = Digests.sha256().digest(place.getBytes(StandardCharsets.UTF_8));
            boolean here = Arrays.equals(clear, 0, PLACE, digest, 0, PLACE);
            return here ? Arrays.copyOfRange(clear, PLACE, clear.length) : null;
        } catch (GeneralSecurityException changed) {
            return null;
        }
    }

    /** Whether a keyed digest is that of this text. */
    boolean isDigestOf(String digest, String text) {
        byte[] key = digest.length() < 2 * ID ? null : keys.get(digest.substring(0, 2 * ID));
        if (key == null) {
            return false;
        }
        byte[] made = hmac(hmac(key, "qingfen account digest"), text);
        return digest.equals(digest.substring(0, 2 * ID) + HexFormat.of().formatHex(made, 0, 24));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
