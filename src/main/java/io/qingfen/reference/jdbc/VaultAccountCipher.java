package io.qingfen.reference.jdbc;

import io.qingfen.reference.AccountCipher;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

final class VaultAccountCipher implements AccountCipher {
    private final Supplier<Vault> vault;

    VaultAccountCipher(Supplier<Vault> vault) {
        this.vault = vault;
    }

    @Override
    public byte[] encrypt(String merchantId, String accountNo) {
        return vault.get().seal(place(merchantId), accountNo.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String decrypt(String merchantId, byte[] cipher) {
        return new String(vault.get().open(place(merchantId), cipher), StandardCharsets.UTF_8);
    }

    @Override
    public String digest(String merchantId, String accountNo) {
        return vault.get().digest(digested(merchantId, accountNo));
    }

    @Override
    public boolean isDigestOf(String digest, String merchantId, String accountNo) {
        return vault.get().isDigestOf(digest, digested(merchantId, accountNo));
    }

    private static String place(String merchantId) {
        return "account of " + merchantId;
    }

    private static String digested(String merchantId, String accountNo) {
        return merchantId + "\n" + accountNo;
    }
}
