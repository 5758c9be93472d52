package io.qingfen.ledger;

import io.qingfen.money.Currency;

/** One leg of an entry; exactly one side is above 0, minor units. */
public record Posting(String account, long debitMinor, long creditMinor, Currency currency) {
    public Posting {
        if (debitMinor < 0 || creditMinor < 0 || (debitMinor > 0) == (creditMinor > 0)) {
            throw new IllegalArgumentException(
                    "a posting has one side above 0: " + account + " " + debitMinor + "/" + creditMinor);
        }
    }

    /** Debit when positive, credit when negative; never 0. */
    public static Posting debit(String account, long minor, Currency currency) {
        return minor > 0
                ? new Posting(account, minor, 0, currency)
                : new Posting(account, 0, Math.negateExact(minor), currency);
    }
}
