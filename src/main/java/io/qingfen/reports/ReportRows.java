package io.qingfen.reports;

import io.qingfen.settlement.Lines;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the books say for reports on demand, beside {@link Figures}. Amounts in minor units of the currency. */
public final class ReportRows {
    private ReportRows() {}

    /**
     * Fees and costs of a date; both sides come from different tables.
     *
     * @param lines of the priced transactions, instant fees and fees moved by decisions
     * @param feesOfLedger income as booked, by currency
     * @param costsOfLedger cost as booked, by currency
     * @param names of merchants
     */
    public record Fees(
            List<MonthLine> lines,
            Map<String, Long> feesOfLedger,
            Map<String, Long> costsOfLedger,
            Map<String, String> names) {}

    /**
     * What is owed to merchants as deposits of one policy.
     *
     * @param countedMinor turnover counted, of deposits that can still earn a refund
     * @param nextMinor what they must reach
     * @param nextEnd of the windows in which something is held; null when there is none
     * @param dueMinor held by windows that end within 30 days
     */
    public record Liability(
            String policy,
            String merchantId,
            String currency,
            long terminals,
            long collectedMinor,
            long refundedMinor,
            long forfeitedMinor,
            long heldMinor,
            long countedMinor,
            long nextMinor,
            LocalDate nextEnd,
            long dueMinor) {}

    /**
     * @param states of deposits, with what moved on the date
     * @param ofLedger what the accounts of deposits owe, by currency
     */
    public record Deposits(
            List<Liability> rows,
            List<Figures.Deposits> states,
            Map<String, Long> ofLedger,
            Map<String, String> names) {}

    /** Failed attempts that are alike. */
    public record Failed(
            String merchantId,
            String channel,
            String cardType,
            int hour,
            String responseCode,
            String outcome,
            String currency,
            long count,
            long amountMinor) {}

    /** The master control of a source and a currency: {@code amounts} by line. */
    public record Scheme(String source, String currency, Map<String, Long> amounts) {}

    /** Open at the end of the date. */
    public record OpenCase(
            String id,
            LocalDate openedOn,
            String kind,
            String merchantId,
            String terminalId,
            String currency,
            long exposureMinor) {}

    /** A date as a whole; fees + = earned. */
    public record Trend(
            LocalDate date, String currency, long sales, long salesMinor, long feesMinor, long payoutMinor) {}

    /** Positions of all merchants in a currency: their lines, and what became of the net. */
    public record Positions(String currency, Lines lines, long payoutMinor, long carriedMinor) {}
}
