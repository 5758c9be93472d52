package io.qingfen.payouts.batch;

import io.qingfen.money.Amounts;
import io.qingfen.payouts.FileBatch;
import io.qingfen.payouts.jdbc.PayoutPreparation;
import io.qingfen.payouts.jdbc.Payouts;
import io.qingfen.payouts.jdbc.Payouts.Agreement;
import io.qingfen.payouts.jdbc.Payouts.Group;
import io.qingfen.reference.References;
import io.qingfen.reference.Settings;
import io.qingfen.reference.Snapshot;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunContext;
import io.qingfen.run.StepWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Prepares the payouts of the date, proves that they agree with positions and ledger, and only then writes bank files.
 * Nothing leaves the house here.
 */
@Component
class WritingPayouts implements StepWork {
    /** Payouts in one credit transfer file at most. */
    static final int PER_TRANSFER_FILE = 10_000;

    private static final Pattern OUR_NAMES = Pattern.compile(
            "(pain001|payouts|unionpay-df)_[0-9]{8}_[0-9]{8}_[A-Z]{3}[_0-9]*\\.(xml|csv|txt)(\\.sha256)?(\\.part)?");

    private final References references;
    private final PayoutPreparation preparation;
    private final Payouts payouts;

    WritingPayouts(References references, PayoutPreparation preparation, Payouts payouts) {
        this.references = references;
        this.preparation = preparation;
        this.payouts = payouts;
    }

    @Override
    public void run(RunContext run) throws IOException {
        refuseWhenReleased(run.businessDate());
        Snapshot snapshot = references.of(run.businessDate());
        preparation.prepare(snapshot);
        refuseWhenOpen(run.businessDate());
        payouts.forgetFiles(run.businessDate());
        Path directory = run.home().outbox(run.businessDate()).resolve("payouts");
        BankFiles files = new BankFiles(payouts, directory, PER_TRANSFER_FILE);
        Settings settings = snapshot.settings();
        for (Group group : payouts.groups(run.businessDate())) {
            files.write(
                    group,
                    new FileBatch(
                            run.businessDate(),
                            group.valueDate(),
                            group.currency(),
                            settings.acquirer(),
                            settings.cutOff()));
        }
        removeOthers(directory, files.names());
    }

    private void refuseWhenReleased(LocalDate date) {
        long onTheirWay = payouts.onTheirWay(date);
        if (onTheirWay > 0) {
            throw new Refusal(
                    Exit.REFUSED,
                    "payouts of " + date + " are released already (" + onTheirWay
                            + " are beyond PREPARED): their files are not written again; late records go to the next"
                            + " business date");
        }
    }

    private void refuseWhenOpen(LocalDate date) {
        List<String> problems = payouts.agreements(date).stream()
                .filter(agreement -> !agreement.holds())
                .map(agreement -> "control positions -> payouts -> ledger of " + date + " is open in "
                        + agreement.currency() + ": " + says(agreement)
                        + "; no payout file was written; find the difference in positions and journal of the date")
                .toList();
        if (!problems.isEmpty()) {
            throw new Refusal(Exit.CONTROL_OPEN, problems);
        }
    }

    private static String says(Agreement agreement) {
        return "positions say " + agreement.positions() + " payouts of "
                + Amounts.format(agreement.positionsMinor(), agreement.currency()) + ", payouts are "
                + agreement.payouts() + " of " + Amounts.format(agreement.payoutsMinor(), agreement.currency())
                + ", the ledger has " + Amounts.format(agreement.inTransitMinor(), agreement.currency())
                + " credited to liabilities:payouts-in-transit";
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
