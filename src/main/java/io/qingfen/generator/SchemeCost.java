package io.qingfen.generator;

import io.qingfen.money.Rounding;
import io.qingfen.reference.CardType;
import io.qingfen.reference.MerchantClass;

/**
 * What the scheme keeps of a transaction, in fen: scheme-costs.yml of a generated home restated as arithmetic, so that the
 * night's own reckoning is held against another.
 *
 * @param issuerFen for the issuer, negative when it is given back
 * @param networkFen for the network
 */
record SchemeCost(long issuerFen, long networkFen) {
    static final SchemeCost NONE = new SchemeCost(0, 0);
    private static final long NO_CAP = Long.MAX_VALUE;

    static SchemeCost of(Shop shop, Card card, long amountMinor) {
        if (shop.merchantClass() == MerchantClass.EXEMPT) {
            return NONE;
        }
        boolean network = SchemeFeed.of(card.channel()) == SchemeFeed.UNIONPAY;
        return new SchemeCost(issuer(shop, card, amountMinor), network ? part(amountMinor, 325, 325) : 0);
    }

    private static long issuer(Shop shop, Card card, long amount) {
        boolean debit = card.type() == CardType.DEBIT;
        if (card.type() == CardType.WALLET) {
            return part(amount, 2_000, NO_CAP);
        }
        if (shop.merchantClass() == MerchantClass.DISCOUNT) {
            return debit ? part(amount, 2_730, 1_014) : part(amount, 3_510, NO_CAP);
        }
        return debit ? part(amount, 3_500, 1_300) : part(amount, 4_500, NO_CAP);
    }

    private static long part(long amount, int ppm, long cap) {
        return Math.min(Rounding.halfUp(Math.multiplyExact(amount, ppm), Dice.MILLION), cap);
    }

    /** What a void gives back. */
    SchemeCost back() {
        return new SchemeCost(-issuerFen, -networkFen);
    }

    /** What a refund of a part gives back; the whole is rounded once. */
    SchemeCost back(long refundedMinor, long originalMinor) {
        long whole = Rounding.proportionHalfUp(fen(), refundedMinor, originalMinor);
        long network = Rounding.proportionHalfUp(networkFen, refundedMinor, originalMinor);
        return new SchemeCost(network - whole, -network);
    }

    SchemeCost more(long fen) {
        return new SchemeCost(issuerFen + fen, networkFen);
    }

    long fen() {
        return issuerFen + networkFen;
    }
}
