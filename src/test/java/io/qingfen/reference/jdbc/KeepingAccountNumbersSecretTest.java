package io.qingfen.reference.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.TestDatabase;
import io.qingfen.reference.AccountCipher;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

class KeepingAccountNumbersSecretTest {
    private static final String M1 = "M1";
    private static final String ACCOUNT = "6222021001000000000";
    private static final String OLD_KEY = base64("an old key of exactly 32 bytes !");
    private static final String NEW_KEY = base64("a new key of exactly 32 bytes  !");

    private final AccountCipher cipher = cipher(NEW_KEY);
    private final DataSource books = TestDatabase.H2.fresh();

    @TempDir
    private Path directory;

    @Test
    void givesBackWhatItEncrypted() {
        long seed = 20260212;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            String merchant = "M" + random.nextInt(1_000);
            StringBuilder account = new StringBuilder();
            for (int digits = random.nextInt(1, 35); digits > 0; digits--) {
                account.append((char) random.nextInt('!', '~'));
            }
            byte[] encrypted = cipher.encrypt(merchant, account.toString());
            assertThat(cipher.decrypt(merchant, encrypted))
                    .as("seed %d, run %d", seed, i)
                    .isEqualTo(account.toString());
        }
    }

    @Test
    void neverEncryptsToTheSameBytesTwice() {
        assertThat(cipher.encrypt(M1, ACCOUNT)).isNotEqualTo(cipher.encrypt(M1, ACCOUNT));
    }

    @Test
    void doesNotOpenWhatBelongsToAnotherMerchant() {
        byte[] encrypted = cipher.encrypt(M1, ACCOUNT);

        assertThatIllegalStateException()
                .isThrownBy(() -> cipher.decrypt("M2", encrypted))
                .withMessageContaining("another place")
                .withMessageNotContaining(ACCOUNT);
    }

    @Test
    void doesNotOpenWhatWasChanged() {
        byte[] encrypted = cipher.encrypt(M1, ACCOUNT);
        for (int at = 0; at < encrypted.length; at++) {
            byte[] changed = encrypted.clone();
            changed[at] ^= 1;
            assertThatIllegalStateException().as("byte %d", at).isThrownBy(() -> cipher.decrypt(M1, changed));
        }
        assertThatIllegalStateException().isThrownBy(() -> cipher.decrypt(M1, new byte[0]));
        assertThatIllegalStateException().isThrownBy(() -> cipher.decrypt(M1, java.util.Arrays.copyOf(encrypted, 40)));
    }

    @Test
    void tellsAChangeByDigestWithoutDecrypting() {
        String digest = cipher.digest(M1, ACCOUNT);

        assertThat(digest).hasSize(64).isEqualTo(cipher.digest(M1, ACCOUNT));
        assertThat(cipher.isDigestOf(digest, M1, ACCOUNT)).isTrue();
        assertThat(cipher.isDigestOf(digest, M1, ACCOUNT + "0")).isFalse();
        assertThat(cipher.isDigestOf(digest, "M2", ACCOUNT)).isFalse();
        assertThat(cipher(OLD_KEY).digest(M1, ACCOUNT)).isNotEqualTo(digest);
    }

    @Test
    void opensWithTheOldKeyAfterRotationAndEncryptsWithTheNew() {
        byte[] old = cipher(OLD_KEY).encrypt(M1, ACCOUNT);
        String oldDigest = cipher(OLD_KEY).digest(M1, ACCOUNT);
        AccountCipher rotated = cipher(NEW_KEY + "\n" + OLD_KEY);

        assertThat(rotated.decrypt(M1, old)).isEqualTo(ACCOUNT);
        assertThat(rotated.isDigestOf(oldDigest, M1, ACCOUNT)).isTrue();
        assertThat(cipher(NEW_KEY).decrypt(M1, rotated.encrypt(M1, ACCOUNT))).isEqualTo(ACCOUNT);
        assertThatIllegalStateException()
                .isThrownBy(() -> cipher(NEW_KEY).decrypt(M1, old))
                .withMessageContaining("is missing")
                .withMessageContaining("docs/SECURITY.md");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> cipher(NEW_KEY).isDigestOf(oldDigest, M1, ACCOUNT))
                .withMessageContaining("is missing: restore secrets/account.key from its backup");
    }

    @Test
    void makesItsKeyOnceForItsOwnerOnly() throws IOException {
        Path file = directory.resolve("secrets").resolve("account.key");
        byte[] encrypted = cipherOf(new MockEnvironment()).encrypt(M1, ACCOUNT);
        String made = Files.readString(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(cipherOf(new MockEnvironment()).decrypt(M1, encrypted)).isEqualTo(ACCOUNT);
        assertThat(Files.readString(file)).isEqualTo(made);
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void takesTheKeyFromTheEnvironmentFirstThenFromANamedFile() throws IOException {
        Path file = Files.writeString(directory.resolve("key"), "# since 2026\n" + OLD_KEY + "\n");
        MockEnvironment environment = new MockEnvironment().withProperty("qingfen.account.key-file", file.toString());
        byte[] byFile = cipherOf(environment).encrypt(M1, ACCOUNT);
        assertThat(cipher(OLD_KEY).decrypt(M1, byFile)).isEqualTo(ACCOUNT);

        environment.setProperty("qingfen.account.key", NEW_KEY);
        byte[] byEnvironment = cipherOf(environment).encrypt(M1, ACCOUNT);
        assertThat(cipher(NEW_KEY).decrypt(M1, byEnvironment)).isEqualTo(ACCOUNT);
        assertThat(directory.resolve("secrets")).doesNotExist();
    }

    @Test
    void makesNoKeyWhenTheBooksHoldWhatAnotherSealed() {
        new JdbcTemplate(books)
                .update(
                        "insert into reference_snapshot (business_date, file_name, sha256, part_no, content)"
                                + " values (date '2026-03-02', 'reference/merchants.csv', '', 0, ?)",
                        new byte[] {1});

        assertThatThrownBy(() -> cipherOf(new MockEnvironment()).encrypt(M1, ACCOUNT))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.USAGE_OR_REFERENCE))
                .hasMessageContaining("account.key: the key of account numbers is missing")
                .hasMessageContaining("no new key was made");
        assertThat(directory.resolve("secrets")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "too short", "AAAA", "not base64 !?"})
    void refusesWhatIsNoKeyWithoutShowingIt(String text) {
        assertThatThrownBy(() -> AccountKeys.parsed(text, "QINGFEN_ACCOUNT_KEY"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.exit()).isEqualTo(Exit.USAGE_OR_REFERENCE);
                    assertThat(refusal.problems())
                            .singleElement()
                            .asString()
                            .startsWith("QINGFEN_ACCOUNT_KEY: ")
                            .doesNotContain("short", "AAAA", "!?");
                });
    }

    @Test
    void refusesAKeyFileThatIsNotThere() {
        MockEnvironment environment = new MockEnvironment()
                .withProperty(
                        "qingfen.account.key-file", directory.resolve("none").toString());

        assertThatThrownBy(() -> cipherOf(environment).encrypt(M1, ACCOUNT))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("none: the key of account numbers cannot be read");
    }

    private AccountCipher cipherOf(MockEnvironment environment) {
        VaultConfiguration configuration = new VaultConfiguration();
        JdbcClient books = JdbcClient.create(this.books);
        return configuration.accountCipher(configuration.vault(environment, new Home(directory), books));
    }

    private static AccountCipher cipher(String keys) {
        List<AccountKey> parsed = AccountKeys.parsed(keys, "test");
        return new VaultAccountCipher(() -> new Vault(parsed));
    }

    private static String base64(String key) {
        return Base64.getEncoder().encodeToString(key.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
