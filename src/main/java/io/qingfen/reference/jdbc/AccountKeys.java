package io.qingfen.reference.jdbc;

import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.core.env.Environment;

/**
 * Where the keys come from: {@code QINGFEN_ACCOUNT_KEY}, else the file {@code QINGFEN_ACCOUNT_KEY_FILE}, else {@code
 * home/secrets/account.key}, which is made once, for books that hold nothing yet that an earlier key sealed. Several keys, newest first, one a line (or separated by commas): the
 * first encrypts, all decrypt.
 */
final class AccountKeys {
    private static final String ADVICE = "; a key is 32 bytes in base64, for example from: openssl rand -base64 32";
    private final Environment environment;
    private final Home home;
    private final BooleanSupplier booksHoldSealed;

    AccountKeys(Environment environment, Home home, BooleanSupplier booksHoldSealed) {
        this.environment = environment;
        this.home = home;
        this.booksHoldSealed = booksHoldSealed;
    }

    /** At least one, newest first. */
    List<AccountKey> read() {
        Optional<String> given = property("qingfen.account.key");
        if (given.isPresent()) {
            return parsed(given.get(), "QINGFEN_ACCOUNT_KEY");
        }
        Optional<String> named = property("qingfen.account.key-file");
        Path file = named.map(Path::of).orElse(home.root().resolve("secrets").resolve("account.key"));
        try {
            if (named.isEmpty() && !Files.exists(file)) {
                requireNothingSealed(file);
                create(file);
            }
            return parsed(Files.readString(file), file.toString());
        } catch (IOException unreadable) {
            throw String.valueOf(unreadable.getMessage()).contains("No space left")
                    ? new Refusal(
                            Exit.TRANSIENT,
                            file + ": the key of account numbers cannot be made, No space left on device; make space,"
                                    + " then type the same command again")
                    : unreadable(file, unreadable);
        }
    }

    private static Refusal unreadable(Path file, IOException why) {
        return new Refusal(
                Exit.USAGE_OR_REFERENCE,
                file + ": the key of account numbers cannot be read (" + why.getMessage()
                        + "); give the file back its owner's access, or restore it");
    }

    /** A new key would open nothing of what the books hold, and look like the right one to whoever searches for it. */
    private void requireNothingSealed(Path file) {
        if (booksHoldSealed.getAsBoolean()) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    file + ": the key of account numbers is missing, and the books hold what it sealed; restore it from"
                            + " its backup, or name it in QINGFEN_ACCOUNT_KEY_FILE; no new key was made, see"
                            + " docs/SECURITY.md");
        }
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(environment.getProperty(name)).filter(text -> !text.isBlank());
    }

    static List<AccountKey> parsed(String text, String where) {
        List<AccountKey> keys = new ArrayList<>();
        for (String line : text.split("[\\n,]")) {
            String key = line.strip();
            if (key.isEmpty() || key.startsWith("#")) {
                continue;
            }
            try {
                keys.add(new AccountKey(Base64.getDecoder().decode(key)));
            } catch (IllegalArgumentException noKey) {
                String which = where + ": key " + (keys.size() + 1) + " is not 32 bytes in base64";
                throw new Refusal(Exit.USAGE_OR_REFERENCE, which + ADVICE);
            }
        }
        if (keys.isEmpty()) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, where + ": holds no key" + ADVICE);
        }
        return List.copyOf(keys);
    }

    /** Readable by its owner only from the first moment; of two processes that try, one wins and both read its key. */
    private static void create(Path file) throws IOException {
        byte[] key = new byte[AccountKey.BYTES];
        new SecureRandom().nextBytes(key);
        String text = Base64.getEncoder().encodeToString(key) + "\n";
        Files.createDirectories(file.getParent(), ownerOnly(file, "rwx------"));
        Path part = Files.createTempFile(file.getParent(), "account", ".part", ownerOnly(file, "rw-------"));
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
            Files.move(part, file);
        } catch (FileAlreadyExistsException another) {
            return;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file, String permissions) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
