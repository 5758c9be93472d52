package io.qingfen.reference;

import io.qingfen.money.Currency;

/** Balance of an account at go-live: debit balances positive, credit balances negative; they sum to 0 per currency. */
public record OpeningBalance(String account, Currency currency, long balanceMinor) {}
