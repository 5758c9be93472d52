package io.qingfen.generator;

/**
 * What a scheme's file does with one planned transaction. The key names it in a mix of differences; the default is its share
 * per million of the transactions that it can happen to. AGREES takes the rest.
 */
enum SchemePlan {
    AGREES("agrees", 0),
    /** Cleared here today, in the scheme's file of the next date. */
    NEXT_FILE("nextFile", 4_000),
    /** Paid after our cut-off of the evening before: in the file of that date, in our books on this one. */
    NIGHT_BEFORE("nightBefore", 4_000),
    /** A few fen more or less. */
    OTHER_AMOUNT("otherAmount", 300),
    /** The scheme keeps a few fen more than its tariff says. */
    OTHER_COST("otherCost", 500),
    /** Record and reversal of it in one file: nothing is paid of what was cleared here. */
    REVERSED_BY_SCHEME("reversedByScheme", 300),
    /** In no file. */
    NEVER_PAID("neverPaid", 300),
    /** Declined or of unknown outcome here, paid by the scheme. */
    PAID_ALL_THE_SAME("paidAllTheSame", 5_000),
    PAID_TWICE("paidTwice", 200),
    /** Beside the transaction a record of one that we do not have. */
    UNKNOWN("unknown", 200),
    /** In the scheme's file of disputes of the next date. */
    DISPUTED("disputed", 500),
    /** Beside its own brand fee one of a transaction that is in no file. */
    FEE_OF_NOTHING("feeOfNothing", 300),
    /** Its brand fee twice in the file of fees. */
    FEE_TWICE("feeTwice", 200);

    private final String key;
    private final int realisticPpm;

    SchemePlan(String key, int realisticPpm) {
        this.key = key;
        this.realisticPpm = realisticPpm;
    }

    String key() {
        return key;
    }

    int realisticPpm() {
        return realisticPpm;
    }

    /** Whether it can happen to such a transaction. Bills of wallets hold no record of another day, and none twice. */
    boolean fits(Slot slot) {
        SchemeFeed feed = SchemeFeed.of(slot.card.channel());
        if (feed == null) {
            return false;
        }
        boolean cards = feed == SchemeFeed.UNIONPAY;
        return switch (this) {
            case AGREES -> true;
            case NIGHT_BEFORE -> !cards && slot.story == Story.SALE;
            case NEXT_FILE, REVERSED_BY_SCHEME, PAID_TWICE, FEE_OF_NOTHING, FEE_TWICE ->
                cards && isClearedAlone(slot.story);
            case DISPUTED -> cards && slot.story == Story.SALE;
            case OTHER_AMOUNT, OTHER_COST, NEVER_PAID -> isClearedAlone(slot.story);
            case PAID_ALL_THE_SAME -> isFailed(slot.story);
            // The reference number beside it is that of a broken line.
            case UNKNOWN -> slot.story != Story.REJECTED_AUTHORIZATION;
        };
    }

    private static boolean isClearedAlone(Story story) {
        return story == Story.SALE || story == Story.OFFLINE_SALE || story == Story.REFUND || story == Story.COMPLETION;
    }

    private static boolean isFailed(Story story) {
        return switch (story) {
            case DECLINED, UNANSWERED, DECLINED_CAPTURE, UNKNOWN_OUTCOME -> true;
            default -> false;
        };
    }
}
