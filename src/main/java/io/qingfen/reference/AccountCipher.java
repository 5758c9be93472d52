package io.qingfen.reference;

/**
 * Encrypts bank account numbers at rest. A cipher text belongs to its merchant: put beside another merchant it does not
 * open, so that nobody can redirect money by exchanging two rows.
 */
public interface AccountCipher {
    /** Two calls give different bytes; never compare cipher texts, see {@link #digest}. */
    byte[] encrypt(String merchantId, String accountNo);

    /**
     * The account number in clear: for bank files only.
     *
     * @throws IllegalStateException when the bytes were changed, belong to another merchant or need a missing key
     */
    String decrypt(String merchantId, byte[] cipher);

    /** Keyed digest: tells whether an account changed without decrypting it. 64 characters. */
    String digest(String merchantId, String accountNo);

    /** Whether a digest, perhaps made with an older key, is of this account. */
    boolean isDigestOf(String digest, String merchantId, String accountNo);
}
