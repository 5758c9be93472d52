package io.qingfen.generator;

/**
 * One terminal with its share of a date's transactions; the share is the same on every date.
 *
 * @param firstSlot number of its first transaction among all of the date
 * @param count its transactions, 0 or more
 */
record Stand(Shop shop, int terminal, long firstSlot, int count) {
    /** More are divided into several batches a date. */
    private static final int BATCH = 900;

    private static final int BATCH_NUMBERS = 999_999;

    /** Batches a date, at least one: a terminal that sold nothing closes an empty batch. */
    int batches() {
        return Math.max(1, (count + BATCH - 1) / BATCH);
    }

    /** Its first transaction of this batch; of batch {@link #batches()}: the one after the last. */
    int firstOf(int batch) {
        return (int) ((long) count * batch / batches());
    }

    /** Continues from date to date without a gap, 1 after 999999. */
    int batchNo(long epochDay, int batch) {
        long number = (shop.hash() >>> 44) + epochDay * batches() + batch;
        return 1 + (int) (number % BATCH_NUMBERS);
    }

    byte[] merchantId() {
        return Bytes.ascii(shop.id());
    }

    byte[] terminalId() {
        return Bytes.ascii(shop.terminalId(terminal));
    }

    /** Seed of everything that happens here on a date. */
    long seed(long daySeed) {
        return Dice.mix(daySeed, shop.index() * 4L + terminal);
    }
}
