package io.qingfen.generator;

/** When people shop: quiet mornings, lunch, a long evening. Between 06:00 and 22:30. */
final class Hours {
    /** Sales per half hour from 06:00 on, of some thousand. */
    private static final int[] BUSY = {
        6, 8, 14, 18, 20, 22, 26, 30, 36, 40, 48, 66, 78, 74, 52, 38, 34, 34, 36, 38, 42, 48, 58, 70, 76, 72, 62, 52,
        44, 34, 24, 14, 8
    };

    private static final int OPENS = 6 * 3600;
    private static final int HALF_HOUR = 1800;
    private static final int POINTS = 1024;
    private static final int[] SECOND = new int[POINTS + 1];

    static {
        int total = 0;
        for (int busy : BUSY) {
            total += busy;
        }
        int slot = 0;
        long before = 0;
        for (int point = 0; point <= POINTS; point++) {
            long sales = (long) point * total;
            while (slot < BUSY.length - 1 && sales > (before + BUSY[slot]) * POINTS) {
                before += BUSY[slot++];
            }
            SECOND[point] = OPENS
                    + slot * HALF_HOUR
                    + (int) ((sales - before * POINTS) * HALF_HOUR / ((long) BUSY[slot] * POINTS));
        }
    }

    private Hours() {}

    /**
     * Second of the day by which this share of the day's sales is made; never falls when the share rises.
     *
     * @param share from 0 to below 2^32
     */
    static int secondAt(long share) {
        int point = (int) (share >>> 22);
        long beyond = share >>> 6 & 0xffff;
        return SECOND[point] + (int) ((SECOND[point + 1] - SECOND[point]) * beyond >> 16);
    }
}
