package io.qingfen.console;

import io.qingfen.overview.MerchantBooks.Balance;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A trial balance added up in one currency: opening and closing must be zero, debits and credits the same. */
record BalanceSum(String currency, long openingMinor, long debitsMinor, long creditsMinor, long closingMinor) {
    static List<BalanceSum> of(List<Balance> balances) {
        List<BalanceSum> sums = new ArrayList<>();
        TreeSet<String> currencies = new TreeSet<>();
        balances.forEach(balance -> currencies.add(balance.currency()));
        for (String currency : currencies) {
            BalanceSum sum = new BalanceSum(currency, 0, 0, 0, 0);
            for (Balance balance : balances) {
                sum = balance.currency().equals(currency) ? sum.plus(balance) : sum;
            }
            sums.add(sum);
        }
        return sums;
    }

    private BalanceSum plus(Balance balance) {
        return new BalanceSum(
                currency,
                Math.addExact(openingMinor, balance.openingMinor()),
                Math.addExact(debitsMinor, balance.debitsMinor()),
                Math.addExact(creditsMinor, balance.creditsMinor()),
                Math.addExact(closingMinor, balance.closingMinor()));
    }

    public boolean balanced() {
        return openingMinor == 0 && closingMinor == 0 && debitsMinor == creditsMinor;
    }
}
