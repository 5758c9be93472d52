package io.qingfen.generator;

/** One planned transaction; refilled for each, so that a night of any size needs one. */
final class Slot {
    Story story;
    Card card;
    long amountMinor;
    int secondOfDay;
    /** 48 bits of the card token. */
    long token;
    /** Chooses first digits of the card number and issuer. */
    int issuer;

    int lastDigits;
    int authCode;
    int entryMode;
    /** The number that a story draws its details from. */
    long detail;
    /** Of the sale that is refunded, else -1. */
    long originalRrn;

    /** Amount of the sale that is refunded. */
    long originalMinor;

    /** What the scheme's file does with it. */
    SchemePlan plan;

    /** Happened after our cut-off of the evening before. */
    boolean yesterday;

    /** What the host approved: more than captured where the story is a difference. */
    long authorizedMinor() {
        return story == Story.AMOUNT_MISMATCH ? amountMinor + 100 + Dice.below(900, detail) : amountMinor;
    }
}
