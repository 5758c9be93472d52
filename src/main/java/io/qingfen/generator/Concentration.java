package io.qingfen.generator;

import io.qingfen.money.Rounding;

/**
 * How much of a date's business the first merchant takes; a merchant or terminal beyond all measure is a load of its own.
 *
 * @param merchantPercent of all transactions, 0 to 90; 0: as it is drawn
 * @param terminalPercent of all transactions, by the first of its terminals, 0 to 90; 0: as it is drawn
 */
public record Concentration(int merchantPercent, int terminalPercent) {
    /** Nobody stands out more than the dice say. */
    public static final Concentration NONE = new Concentration(0, 0);

    static final int MOST = 90;

    /** Weight of a terminal of the first merchant, given what all terminals weigh as they are drawn. */
    long weight(int terminal, long drawn, long ofMerchant, long ofAll) {
        if (terminalPercent > 0) {
            long others = ofAll - drawn;
            return terminal == 0 && others > 0 ? share(others, terminalPercent) : drawn;
        }
        long others = ofAll - ofMerchant;
        boolean stands = merchantPercent > 0 && others > 0;
        return stands ? Rounding.proportionHalfUp(share(others, merchantPercent), drawn, ofMerchant) : drawn;
    }

    /** What weighs this many percent of the whole that it makes with the others. */
    private static long share(long others, int percent) {
        return Rounding.proportionHalfUp(others, percent, 100 - percent);
    }
}
