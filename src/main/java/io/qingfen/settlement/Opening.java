package io.qingfen.settlement;

import io.qingfen.ledger.Account;
import io.qingfen.ledger.Entry;
import io.qingfen.ledger.Posting;
import io.qingfen.money.Currency;
import io.qingfen.reference.OpeningBalance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The balances with which the books begin: one entry per currency, and what each merchant was owed by then. */
public final class Opening {
    /** Begins the keys of opening entries. */
    public static final String KEY = "OPENING|";

    /** For every date but the first, and for books that begin empty. */
    public static final Opening NONE = new Opening(List.of());

    private final List<OpeningBalance> balances;
    private final NavigableMap<String, Map<Currency, Owed>> owed = new TreeMap<>();

    public Opening(List<OpeningBalance> balances) {
        this.balances = List.copyOf(balances);
        this.balances.forEach(this::note);
    }

    public boolean isEmpty() {
        return balances.isEmpty();
    }

    /** By merchant id and currency, in order of id; merchants without an opening balance are absent. */
    public NavigableMap<String, Map<Currency, Owed>> owed() {
        return owed;
    }

    /**
     * One entry per currency over all accounts.
     *
     * @throws IllegalArgumentException when the balances of a currency do not sum to 0
     */
    public List<Entry> entries(LocalDate firstDate) {
        Map<String, List<Posting>> byCurrency = new TreeMap<>();
        for (OpeningBalance balance : balances) {
            if (balance.balanceMinor() != 0) {
                byCurrency
                        .computeIfAbsent(balance.currency().code(), currency -> new ArrayList<>())
                        .add(Posting.debit(balance.account(), balance.balanceMinor(), balance.currency()));
            }
        }
        List<Entry> entries = new ArrayList<>();
        byCurrency.forEach((currency, postings) ->
                entries.add(new Entry(firstDate, KEY + currency, "opening balances", postings)));
        return entries;
    }

    private void note(OpeningBalance balance) {
        if (balance.account().startsWith(Account.MERCHANT_PAYABLE)) {
            String merchant = balance.account().substring(Account.MERCHANT_PAYABLE.length());
            add(merchant, balance.currency(), new Owed(Math.negateExact(balance.balanceMinor()), 0));
        } else if (balance.account().startsWith(Account.MERCHANT_RECEIVABLE)) {
            String merchant = balance.account().substring(Account.MERCHANT_RECEIVABLE.length());
            long receivable = balance.balanceMinor();
            add(merchant, balance.currency(), new Owed(Math.negateExact(receivable), receivable));
        }
    }

    private void add(String merchantId, Currency currency, Owed more) {
        owed.computeIfAbsent(merchantId, id -> new HashMap<>()).merge(currency, more, Owed::plus);
    }
}
