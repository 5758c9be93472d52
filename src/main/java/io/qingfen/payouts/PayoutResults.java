package io.qingfen.payouts;

import io.qingfen.run.Actor;
import java.util.List;

/** Takes what banks say of payouts out of the inbox. */
public interface PayoutResults {
    /**
     * Takes every result file, one transaction each, in order of their names. Refused files are in {@code quarantine/}
     * with their reason; the others are taken all the same.
     *
     * @throws io.qingfen.run.Refusal LEASE_HELD while a night runs, REFUSED when the books are empty
     */
    Taken take(Actor who);

    /**
     * What {@link #take} would find now, each file against the books as they stand; changes and moves nothing.
     *
     * @throws io.qingfen.run.Refusal REFUSED when the books are empty
     */
    List<Waiting> look();

    /**
     * A file that has come and was not taken.
     *
     * @param results how many payouts it speaks of
     * @param changing results that would move a payout to another state
     * @param cases that would be opened
     * @param problems why it would be put aside; empty when it would be taken
     */
    record Waiting(String name, int results, long changing, long cases, List<String> problems) {}

    /**
     * What came of it.
     *
     * @param files taken, in order
     * @param duplicates one text per file that was taken before
     * @param refused one text per problem, with file and line
     */
    record Taken(List<File> files, List<String> duplicates, List<String> refused) {}

    /**
     * One file.
     *
     * @param results how many payouts it speaks of
     * @param changed results that moved a payout to another state
     * @param cases texts of the cases that were opened
     */
    record File(String name, int results, int changed, List<String> cases) {}
}
