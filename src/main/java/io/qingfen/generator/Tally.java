package io.qingfen.generator;

/** What was planted, counted while it was written. Amounts in fen. */
final class Tally {
    final Sum captures = new Sum();
    final Sum authorizations = new Sum();
    final Sum batches = new Sum();
    /** Details that come a second time with their whole batch. */
    final Sum duplicateBatchCaptures = new Sum();
    /** Lines that intake must reject, with their readable amounts. */
    final Sum rejectedCaptures = new Sum();

    final Sum rejectedAuthorizations = new Sum();
    /** Pairs to be settled on this date: sales, offline sales, completions. */
    final Sum settledDebits = new Sum();
    /** Pairs to be settled on this date: voids and refunds. */
    final Sum settledCredits = new Sum();
    /** Captures of the date before's late sales. */
    final Sum lateArrivals = new Sum();

    final Sum[] stories = new Sum[Story.values().length];
    long feesMinor;

    Tally() {
        for (int i = 0; i < stories.length; i++) {
            stories[i] = new Sum();
        }
    }

    Sum of(Story story) {
        return stories[story.ordinal()];
    }

    void add(Tally other) {
        captures.add(other.captures);
        authorizations.add(other.authorizations);
        batches.add(other.batches);
        duplicateBatchCaptures.add(other.duplicateBatchCaptures);
        rejectedCaptures.add(other.rejectedCaptures);
        rejectedAuthorizations.add(other.rejectedAuthorizations);
        settledDebits.add(other.settledDebits);
        settledCredits.add(other.settledCredits);
        lateArrivals.add(other.lateArrivals);
        for (int i = 0; i < stories.length; i++) {
            stories[i].add(other.stories[i]);
        }
        feesMinor = Math.addExact(feesMinor, other.feesMinor);
    }

    /** A count with its amount. */
    static final class Sum {
        long count;
        long minor;

        void add(long amountMinor) {
            count++;
            minor = Math.addExact(minor, amountMinor);
        }

        void subtract(Sum other) {
            count -= other.count;
            minor -= other.minor;
        }

        void add(Sum other) {
            count = Math.addExact(count, other.count);
            minor = Math.addExact(minor, other.minor);
        }
    }
}
