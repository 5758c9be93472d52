package io.qingfen.reports;

import io.qingfen.control.ControlTotal;
import java.time.LocalDate;
import java.util.List;

/** Everything that the summary and the report of a date say, amounts in minor units of the currency beside them. */
public record Figures(
        LocalDate businessDate,
        List<Input> inputs,
        List<Notice> notices,
        List<Measure> records,
        List<Items> items,
        List<Failures> failures,
        List<Positions> positions,
        List<Sales> byMcc,
        List<Sales> topMerchants,
        Activity merchants,
        Activity terminals,
        List<Deposits> deposits,
        List<Payouts> payouts,
        PayoutResults payoutResults,
        List<Cases> cases,
        List<Rejects> rejects,
        List<ControlTotal> controls) {

    public record Input(String kind, String fileName, long lines, String sha256) {}

    /** What the content of an input file is to blame for; says nothing about when a file came. */
    public record Notice(String fileName, String notice, String detail) {}

    /** A count of the intake, see table night_total. */
    public record Measure(String name, String currency, long count, long amountMinor) {}

    /**
     * Financial items judged on the date that are alike.
     *
     * @param hour of the day, 0 to 23, of the transaction's own time
     * @param amountMinor positive; direction follows the type
     * @param feeMinor signed, of settled items
     * @param costMinor signed, of settled items
     */
    public record Items(
            String currency,
            String txnType,
            String channel,
            String cardType,
            int hour,
            String matchStatus,
            String disposition,
            long count,
            long amountMinor,
            long feeMinor,
            long costMinor) {

        public boolean settled() {
            return disposition.equals("SETTLED");
        }

        /** Money to the merchant; the other types go back to the cardholder. */
        public boolean debit() {
            return switch (txnType) {
                case "SALE", "OFFLINE_SALE", "PREAUTH_COMPLETION" -> true;
                default -> false;
            };
        }
    }

    public record Failures(String responseCode, String outcome, String currency, long count, long amountMinor) {}

    /** Positions with the same decision; amounts signed, + = owed to merchants. */
    public record Positions(
            String currency,
            String decision,
            long count,
            long feesMinor,
            long netMinor,
            long payoutMinor,
            long carriedForwardMinor,
            long creditsWithheldMinor,
            long depositWithheldMinor,
            long depositRefundMinor,
            long chargebacksMinor) {}

    /** Cleared sales and credits of a merchant or a merchant category; credits positive. */
    public record Sales(
            String key, String name, String currency, long sales, long salesMinor, long credits, long creditsMinor) {}

    /**
     * @param active with a cleared transaction on the date
     * @param fresh active, and never before
     * @param silent ACTIVE in the reference data, without a cleared transaction in 30 days
     */
    public record Activity(long active, long fresh, long silent) {}

    public record Deposits(
            String currency,
            String state,
            long count,
            long collectedMinor,
            long refundedMinor,
            long forfeitedMinor,
            long heldMinor,
            long refundTodayMinor,
            long collectedTodayMinor,
            long forfeitedTodayMinor) {}

    public record Payouts(String currency, LocalDate valueDate, long count, long amountMinor) {}

    /** Results of the last 30 days. */
    public record PayoutResults(long paid, long failed) {}

    /**
     * Cases of one kind and opening date.
     *
     * @param open whether they are open at the end of the date
     */
    public record Cases(
            String kind, LocalDate openedOn, boolean open, String currency, long count, long exposureMinor) {}

    public record Rejects(String reason, long count) {}
}
