package io.qingfen.generator;

import io.qingfen.calendar.SettlementCycle;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.MerchantClass;

/**
 * An invented merchant.
 *
 * @param index from 0; decides its id
 * @param hash everything invented about it comes from this number
 */
record Shop(int index, long hash, Trade trade, int terminals) {
    private static final long ID_BASE = 898_310_000_000_000L;

    /** Fifteen digits. */
    String id() {
        return Long.toString(ID_BASE + index);
    }

    /** Eight digits; terminals of a shop follow each other. */
    String terminalId(int terminal) {
        String digits = Integer.toString(index * 4 + terminal + 10_000_000);
        return digits.substring(digits.length() - 8);
    }

    MerchantClass merchantClass() {
        return trade.merchantClass();
    }

    Plan plan() {
        return merchantClass() == MerchantClass.EXEMPT ? Plan.PUBLIC : Plan.draw(draw(1, 100));
    }

    SettlementCycle cycle() {
        int drawn = draw(2, 100);
        return drawn < 80 ? SettlementCycle.T1 : drawn < 92 ? SettlementCycle.D1 : SettlementCycle.D0;
    }

    Merchant.Status status() {
        return draw(3, 1000) < 4 ? Merchant.Status.SUSPENDED : Merchant.Status.ACTIVE;
    }

    boolean payoutHold() {
        return draw(4, 1000) < 4;
    }

    long minPayoutMinor() {
        return draw(5, 100) < 70 ? 0 : 10_000;
    }

    /** Busier shops are drawn more often: the busiest of a thousand takes some hundred times the median. */
    int weight() {
        return 4_000_000 / (400 + (int) (Dice.mix(hash, 6) >>> 44) / 10);
    }

    /** How much of the shop's business a terminal takes, from 1 to 3. */
    int terminalWeight(int terminal) {
        return 1 + draw(10 + terminal, 3);
    }

    /** A number from 0 to below the bound, always the same for this shop and question. */
    int draw(int question, int bound) {
        return Dice.below(bound, Dice.mix(hash, question));
    }
}
