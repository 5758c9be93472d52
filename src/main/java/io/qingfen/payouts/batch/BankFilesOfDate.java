package io.qingfen.payouts.batch;

import io.qingfen.payouts.FileBatch;
import io.qingfen.payouts.jdbc.Payouts;
import io.qingfen.payouts.jdbc.Payouts.Group;
import io.qingfen.reference.References;
import io.qingfen.reference.Settings;
import io.qingfen.run.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The bank files of a date, written from its PREPARED payouts; the same payouts give the same bytes. */
@Component
class BankFilesOfDate {
    /** Payouts in one credit transfer file at most. */
    static final int PER_TRANSFER_FILE = 10_000;

    private static final Pattern OUR_NAMES = Pattern.compile(
            "(pain001|payouts|unionpay-df)_[0-9]{8}_[0-9]{8}_[A-Z]{3}[_0-9]*\\.(xml|csv|txt)(\\.sha256)?(\\.part)?");

    private final References references;
    private final Payouts payouts;

    BankFilesOfDate(References references, Payouts payouts) {
        this.references = references;
        this.payouts = payouts;
    }

    /** Writes and records them anew, and removes those of an earlier attempt. Call within a transaction. */
    void write(LocalDate businessDate, Home home) throws IOException {
        payouts.forgetFiles(businessDate);
        Path directory = home.outbox(businessDate).resolve("payouts");
        BankFiles files = new BankFiles(payouts, directory, PER_TRANSFER_FILE);
        Settings settings = references.of(businessDate).settings();
        for (Group group : payouts.groups(businessDate)) {
            files.write(
                    group,
                    new FileBatch(
                            businessDate, group.valueDate(), group.currency(), settings.acquirer(), settings.cutOff()));
        }
        removeOthers(directory, files.names());
    }

    /** Whether any bank file stands in the folder of a date. */
    boolean stand(Path outbox) {
        Path directory = outbox.resolve("payouts");
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(
                    file -> OUR_NAMES.matcher(file.getFileName().toString()).matches());
        } catch (IOException unreadable) {
            return true;
        }
    }

    /** Bank files of an earlier attempt that this one did not write must not be released by mistake. */
    private static void removeOthers(Path directory, Set<String> names) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (OUR_NAMES.matcher(name).matches() && !names.contains(name)) {
                    Files.delete(file);
                }
            }
        }
    }
}
