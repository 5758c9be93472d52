package io.qingfen.payouts;

import io.qingfen.run.Actor;
import java.time.LocalDate;
import java.util.List;

/**
 * Lets payouts go, by two people, and takes them back before they went. Every act is audited; every refusal is a
 * {@link io.qingfen.run.Refusal} that says why and what to type next.
 */
public interface PayoutReleases {
    /** Reads only. */
    ReleasePage page(LocalDate businessDate);

    PayoutStory payout(String payoutId);

    /** @param confirmedTotals as {@link ReleaseLimit#confirmed} reads them, for totals above the limit */
    Release propose(LocalDate businessDate, Actor maker, List<String> confirmedTotals);

    /** Releases what was proposed, if it still stands there byte for byte and the checker is not the maker. */
    default Release approve(LocalDate businessDate, Actor checker) {
        return approve(businessDate, checker, 0);
    }

    /** @param seen number of the proposal that the checker looked at: another one is refused; 0: whichever waits */
    Release approve(LocalDate businessDate, Actor checker, int seen);

    /** Ends a proposal. */
    Release withdraw(LocalDate businessDate, Actor who, String reason);

    /** Takes one PREPARED payout out of its files; the money is owed to the merchant again from the next date on. */
    PayoutStory withdrawPayout(String payoutId, Actor who, String reason);

    /** Notes that the released files of the date were handed to the bank. @return how many payouts are SENT now */
    long sent(LocalDate businessDate, Actor who);

    /** Ends what a process that died had begun: files of an approved release that are not moved, files not rewritten. */
    void recover();
}
