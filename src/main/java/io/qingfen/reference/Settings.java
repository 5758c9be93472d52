package io.qingfen.reference;

import io.qingfen.money.Currency;
import io.qingfen.run.Masked;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * The installation's own choices, {@code home/qingfen.yml}; every value has a default.
 *
 * @param currency home currency: of the amounts in scheme costs, and in plans and policies that name none
 * @param language of texts inside reports: {@code zh} or {@code en}; machine formats never change with it
 * @param carryDays business dates that an open item joins after its first
 * @param lookbackDays how far back originals and earlier clearings are searched
 * @param failingTerminalFailures same-reason failures at one terminal that open a case
 * @param failingMerchantFailures failures at one merchant that open a case
 */
public record Settings(
        Acquirer acquirer,
        ZoneId zone,
        LocalTime cutOff,
        Currency currency,
        String language,
        int carryDays,
        int lookbackDays,
        int failingTerminalFailures,
        int failingMerchantFailures,
        int agedOutDays,
        boolean continueOnRefusedFile,
        Payouts payouts,
        Statements statements,
        Retention retention) {

    /**
     * How long the books keep what, in days before the newest closed business date.
     *
     * @param workingDays what only running and running again needs
     * @param booksDays what proves and explains a date
     */
    public record Retention(int workingDays, int booksDays) {
        public static final Retention DEFAULTS = new Retention(90, 3653);
    }

    /**
     * How prepared payouts may leave.
     *
     * @param automatic released by the night itself, without people
     * @param limits highest total of a date that leaves unconfirmed, minor units by currency code; others have no limit
     * @param holdOutliers the automatic release leaves a date with an unusual payout to people
     * @param proposalHours how long a proposal may be approved
     * @param verify the date is proved again before its money leaves
     * @param send formats of bank files that leave; all formats are written
     */
    public record Payouts(
            boolean automatic,
            Map<String, Long> limits,
            boolean holdOutliers,
            int proposalHours,
            boolean verify,
            Set<BankFormat> send) {
        public static final Payouts DEFAULTS =
                new Payouts(false, Map.of(), false, 72, true, Set.of(BankFormat.PAIN_001));

        public Payouts {
            limits = Map.copyOf(limits);
            send = Set.copyOf(send);
        }

        /** Whether a bank file of this name leaves with a release. */
        public boolean sends(String fileName) {
            return send.stream().anyMatch(format -> format.names(fileName));
        }
    }

    /**
     * Which merchants get their statement as a PDF too, every night; each gets it as CSV.
     *
     * @param allPdf every merchant with a position
     */
    public record Statements(boolean allPdf, Set<String> pdf) {
        public static final Statements DEFAULTS = new Statements(false, Set.of());

        public Statements {
            pdf = Set.copyOf(pdf);
        }

        public boolean wantsPdf(String merchantId) {
            return allPdf || pdf.contains(merchantId);
        }
    }

    /** The acquirer as the debtor of the payout files. */
    public record Acquirer(String name, String accountNo, String bankCode) {
        /** Without the account number in clear. */
        @Override
        public String toString() {
            return name + " " + Masked.account(accountNo) + " " + bankCode;
        }
    }

    public static final Settings DEFAULTS = new Settings(
            new Acquirer("Qingfen Demo Acquirer", "1001000000000000001", "102100099996"),
            ZoneId.of("Asia/Shanghai"),
            LocalTime.of(23, 0),
            Currency.CNY,
            "zh",
            3,
            365,
            5,
            20,
            30,
            false,
            Payouts.DEFAULTS,
            Statements.DEFAULTS,
            Retention.DEFAULTS);
}
