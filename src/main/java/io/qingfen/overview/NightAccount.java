package io.qingfen.overview;

import io.qingfen.review.CaseKind;
import java.time.LocalDate;
import java.util.List;

/**
 * What the books say about one business date, as a person asks for it. Amounts are minor units of the currency beside
 * them; in positions and deposits + is owed to the merchant.
 *
 * @param newCases cases opened on the date, whatever became of them
 * @param openCases cases open at the end of the date, whenever they were opened
 */
public record NightAccount(
        Day day,
        List<InputFile> files,
        List<Notice> notices,
        List<Rejects> rejects,
        Flow flow,
        List<Control> controls,
        List<Settled> positions,
        List<Paid> payouts,
        List<Sum> deposits,
        List<Cases> newCases,
        List<Cases> openCases,
        List<Closed> closedCases,
        List<Sum> trialBalance) {

    /**
     * A date of the books.
     *
     * @param state OPEN, FAILED, CLOSED, SUPERSEDING while its results are set aside for a re-run, RETIRED when its rows
     *     have left the books
     * @param failure why the run stopped, empty when it did not
     */
    public record Day(LocalDate date, String state, String failure) {
        /** Nothing of its night is left to do. */
        public boolean isComplete() {
            return state.equals("CLOSED") || state.equals("RETIRED");
        }
    }

    public record InputFile(String name, long lines, String state) {}

    public record Notice(String file, String notice, String detail) {}

    public record Rejects(String reason, long count) {}

    public record Control(
            String boundary,
            String side,
            long count,
            long amountMinor,
            String currency,
            long counterpartCount,
            long counterpartMinor,
            boolean closed) {}

    /** Merchants' positions with the same decision. */
    public record Settled(String decision, String currency, long merchants, long netMinor, long carriedMinor) {}

    public record Paid(String currency, LocalDate valueDate, long payouts, long amountMinor) {}

    /** A count and an amount under a name: a deposit event, an account class. */
    public record Sum(String name, String currency, long count, long amountMinor) {}

    public record Cases(CaseKind kind, String currency, long count, long exposureMinor) {}

    /** Cases that were closed on the date. */
    public record Closed(String resolution, long count) {}
}
