package io.qingfen.payouts.batch;

import io.qingfen.money.Amounts;
import io.qingfen.payouts.jdbc.LookAtRows;
import io.qingfen.payouts.jdbc.PayoutPreparation;
import io.qingfen.payouts.jdbc.Payouts;
import io.qingfen.payouts.jdbc.Payouts.Agreement;
import io.qingfen.reference.References;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunContext;
import io.qingfen.run.StepWork;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Prepares the payouts of the date, proves that they agree with positions and ledger, and only then writes bank files.
 * Nothing leaves the house here.
 */
@Component
class WritingPayouts implements StepWork {
    private final References references;
    private final PayoutPreparation preparation;
    private final Payouts payouts;
    private final LookAtRows lookAt;
    private final BankFilesOfDate files;

    WritingPayouts(
            References references,
            PayoutPreparation preparation,
            Payouts payouts,
            LookAtRows lookAt,
            BankFilesOfDate files) {
        this.references = references;
        this.preparation = preparation;
        this.payouts = payouts;
        this.lookAt = lookAt;
        this.files = files;
    }

    @Override
    public void run(RunContext run) throws IOException {
        refuseWhenReleased(run.businessDate());
        preparation.prepare(references.of(run.businessDate()));
        refuseWhenOpen(run.businessDate());
        lookAt.note(run.businessDate());
        files.write(run.businessDate(), run.home());
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
}
