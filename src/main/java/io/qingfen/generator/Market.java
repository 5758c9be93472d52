package io.qingfen.generator;

import io.qingfen.money.Rounding;

/** All shops and how a date's transactions are divided among their terminals; derived from the seed alone. */
final class Market {
    private static final int SHOPS = 1;
    private final long seed;
    private final int shops;
    private final long transactions;
    private final long[] weightBefore;
    private final long[] firstWeights;

    Market(int shops, long transactions, long seed, Concentration concentration) {
        this.seed = Dice.mix(seed, SHOPS);
        this.shops = shops;
        this.transactions = transactions;
        this.weightBefore = new long[shops + 1];
        this.firstWeights = firstWeights(concentration);
        for (int i = 0; i < shops; i++) {
            weightBefore[i + 1] = weightBefore[i] + weight(shop(i));
        }
    }

    private long[] firstWeights(Concentration concentration) {
        long all = 0;
        for (int i = 0; i < shops; i++) {
            all += drawnWeight(shop(i));
        }
        Shop first = shop(0);
        long[] weights = new long[first.terminals()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = concentration.weight(i, drawnWeight(first, i), drawnWeight(first), all);
        }
        return weights;
    }

    int shops() {
        return shops;
    }

    Shop shop(int index) {
        long hash = Dice.mix(seed, index);
        int drawn = Dice.below(100, Dice.mix(hash, 7));
        int terminals = drawn < 60 ? 1 : drawn < 82 ? 2 : drawn < 94 ? 3 : 4;
        return new Shop(index, hash, Trade.draw(Dice.mix(hash, 8)), terminals);
    }

    /** The shop with which a file begins when all are divided among so many files by their transactions. */
    int firstShop(int file, int files) {
        long weight = Rounding.proportionHalfUp(weightBefore[shops], file, files);
        int low = 0;
        int high = shops;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (weightBefore[middle] < weight) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Stand stand(Shop shop, int terminal) {
        long before = weightBefore[shop.index()];
        for (int i = 0; i < terminal; i++) {
            before += terminalWeight(shop, i);
        }
        long first = slotsBefore(before);
        int count = Math.toIntExact(slotsBefore(before + terminalWeight(shop, terminal)) - first);
        return new Stand(shop, terminal, first, count);
    }

    private long slotsBefore(long weight) {
        return Rounding.proportionHalfUp(transactions, weight, weightBefore[shops]);
    }

    private long weight(Shop shop) {
        long weight = 0;
        for (int i = 0; i < shop.terminals(); i++) {
            weight += terminalWeight(shop, i);
        }
        return weight;
    }

    private long terminalWeight(Shop shop, int terminal) {
        return shop.index() == 0 ? firstWeights[terminal] : drawnWeight(shop, terminal);
    }

    private static long drawnWeight(Shop shop) {
        long weight = 0;
        for (int i = 0; i < shop.terminals(); i++) {
            weight += drawnWeight(shop, i);
        }
        return weight;
    }

    private static long drawnWeight(Shop shop, int terminal) {
        return (long) shop.weight() * shop.terminalWeight(terminal);
    }
}
