package io.qingfen.settlement;

import io.qingfen.money.Currency;
import io.qingfen.reference.Merchant;

/** What becomes of a position, in order of precedence: the first that applies. */
public enum Decision {
    /** The merchant owes; recovered from later positions before any payout. */
    NEGATIVE {
        @Override
        boolean applies(long netMinor, Merchant merchant, Currency currency, boolean held) {
            return netMinor < 0;
        }
    },
    /** Merchant not ACTIVE, or its payouts are stopped, or somebody or a rule holds them: the money stays owed. */
    HOLD {
        @Override
        boolean applies(long netMinor, Merchant merchant, Currency currency, boolean held) {
            return held || merchant.status() != Merchant.Status.ACTIVE || merchant.payoutHold();
        }
    },
    ZERO {
        @Override
        boolean applies(long netMinor, Merchant merchant, Currency currency, boolean held) {
            return netMinor == 0;
        }
    },
    /** Under the merchant's smallest payout, which is an amount of its home currency and only counts there. */
    BELOW_MINIMUM {
        @Override
        boolean applies(long netMinor, Merchant merchant, Currency currency, boolean held) {
            return currency.equals(merchant.currency()) && netMinor < merchant.minPayoutMinor();
        }
    },
    /** Paid: exactly the net. */
    PAYOUT {
        @Override
        boolean applies(long netMinor, Merchant merchant, Currency currency, boolean held) {
            return true;
        }
    };

    abstract boolean applies(long netMinor, Merchant merchant, Currency currency, boolean held);

    /**
     * The decision over a net amount in minor units of this currency.
     *
     * @param held payouts of the merchant are held on the date, whatever the reference data say
     */
    public static Decision of(long netMinor, Merchant merchant, Currency currency, boolean held) {
        for (Decision decision : values()) {
            if (decision.applies(netMinor, merchant, currency, held)) {
                return decision;
            }
        }
        throw new IllegalStateException("PAYOUT always applies");
    }
}
