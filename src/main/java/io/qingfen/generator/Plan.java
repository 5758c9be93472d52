package io.qingfen.generator;

import io.qingfen.money.Rounding;
import io.qingfen.reference.CardOrigin;
import io.qingfen.reference.CardType;
import java.time.LocalDate;

/**
 * The fee plans of a generated home, restated as arithmetic: an answer to compare the pricing of fee-plans.yml with,
 * reached another way. A merchant without history pays the lower tier.
 */
enum Plan {
    STANDARD {
        @Override
        long feeMinor(Card card, boolean contactless, long amount, LocalDate date) {
            return switch (card.type()) {
                case DEBIT ->
                    contactless && amount <= 100_000
                            ? fee(amount, 3_800, 0, 0, NO_CAP)
                            : fee(amount, 5_000, 0, 0, 2_000);
                case WALLET -> fee(amount, 3_800, 0, 1, NO_CAP);
                default -> foreign(card) ? fee(amount, 25_000, 100, 0, NO_CAP) : fee(amount, 6_000, 0, 0, NO_CAP);
            };
        }
    },
    TIERED {
        @Override
        long feeMinor(Card card, boolean contactless, long amount, LocalDate date) {
            if (foreign(card)) {
                return fee(amount, 28_000, 0, 0, NO_CAP);
            }
            return switch (card.type()) {
                case DEBIT -> fee(amount, 5_500, 0, 0, 2_200);
                case WALLET -> fee(amount, 4_000, 0, 1, NO_CAP);
                default -> fee(amount, 6_500, 0, 0, NO_CAP);
            };
        }
    },
    KEEPER {
        @Override
        long feeMinor(Card card, boolean contactless, long amount, LocalDate date) {
            return date.isBefore(KEEPER_CHANGES) ? fee(amount, 7_801, 0, 10, 8_000) : fee(amount, 7_233, 5, 0, 7_555);
        }
    },
    PUBLIC {
        @Override
        long feeMinor(Card card, boolean contactless, long amount, LocalDate date) {
            return 0;
        }
    };

    /** From this date fee-plans.yml has a second version of KEEPER. */
    private static final LocalDate KEEPER_CHANGES = LocalDate.of(2026, 7, 1);

    private static final long NO_CAP = Long.MAX_VALUE;

    /** The fee of one sale in fen. */
    abstract long feeMinor(Card card, boolean contactless, long amountMinor, LocalDate date);

    static Plan draw(int ofHundred) {
        return ofHundred < 65 ? STANDARD : ofHundred < 88 ? TIERED : KEEPER;
    }

    private static boolean foreign(Card card) {
        return card.type() == CardType.CREDIT && card.origin() == CardOrigin.FOREIGN;
    }

    private static long fee(long amount, int ppm, long fixed, long min, long cap) {
        long millionths = Math.addExact(Math.multiplyExact(amount, ppm), fixed * 1_000_000);
        if (millionths < min * 1_000_000) {
            return Math.min(min, amount);
        }
        return Math.min(Math.min(Rounding.halfUp(millionths, 1_000_000), cap), amount);
    }
}
