package io.qingfen.explain;

import io.qingfen.explain.Books.Account;
import io.qingfen.explain.Books.Cleared;
import io.qingfen.explain.Books.LedgerEntry;
import io.qingfen.money.Currency;
import io.qingfen.money.Money;
import io.qingfen.settlement.Line;
import java.util.Set;

/** One ledger entry: what its key says, its postings, and the rows it was made of. */
final class EntryTelling {
    private static final String DEPOSIT = "DEPOSIT_";

    private final Telling tell;
    private final TransactionTelling transactions;
    private final LineTelling lines;

    EntryTelling(Telling tell) {
        this.tell = tell;
        this.transactions = new TransactionTelling(tell);
        this.lines = new LineTelling(tell, transactions);
    }

    void tell(LedgerEntry entry) {
        EntryKey key = EntryKey.of(entry.key());
        tell.out()
                .begin(Item.of("entry", entry.id())
                        .saying(key.words())
                        .with("businessDate", entry.date())
                        .with("key", entry.key())
                        .with("takenBack", entry.takenBack())
                        .with("description", entry.description()));
        tell.postings(entry);
        if (entry.stands()) {
            derived(entry, key);
        }
        tell.out().end();
    }

    private void derived(LedgerEntry entry, EntryKey key) {
        if (key.what().equals("MOVE")) {
            String move = String.join("|", key.details());
            tell.books().movesOf(move).stream()
                    .filter(each ->
                            each.key().equals(move) && each.businessDate().equals(entry.date()))
                    .forEach(tell::move);
        } else if (key.merchantId().isEmpty()) {
            tell.out()
                    .leaf(Item.of("opening", entry.key()).saying("reference/opening-balances.csv of " + entry.date()));
        } else {
            madeOf(entry, key, new Account(entry.date(), key.merchantId(), Currency.of(key.currency())));
        }
    }

    private void madeOf(LedgerEntry entry, EntryKey key, Account account) {
        switch (key.what()) {
            case "SALES", "VOIDS", "REFUNDS" ->
                cleared(entry, new Cleared(account, LineTelling.TYPES.get(key.what()), key.detail(0)));
            case "SCHEME_COST" -> cost(entry, account, key.detail(0));
            case "MERCHANT_FEES" -> position(account, Line.MERCHANT_FEES);
            case "INSTANT_FEE" -> position(account, Line.INSTANT_FEE);
            case "RESERVE_WITHHELD" -> position(account, Line.RESERVE_WITHHELD);
            case "RESERVE_RELEASED" ->
                tell.books().reservesReleased(account).stream()
                        .filter(hold -> hold.withheldOn().toString().equals(key.detail(0)))
                        .forEach(hold -> lines.released(account, hold));
            case "AGENT_SHARE" -> tell.books().agentShare(account).ifPresent(tell::share);
            case "CREDITS_WITHHELD" -> position(account, Line.CREDITS_WITHHELD);
            case "SUSPENSE" -> suspense(account, key);
            case "PAYOUT" ->
                tell.books()
                        .payout(account)
                        .ifPresent(payout -> tell.out()
                                .leaf(Item.of("payout", payout.id())
                                        .worth(account.money(payout.amountMinor()))
                                        .saying(payout.state())));
            case "RECEIVABLE" -> carried(account);
            case "RECEIVABLE_REVERSED" -> carried(account.on(account.date().minusDays(1)));
            default -> {
                if (key.what().startsWith(DEPOSIT)) {
                    deposits(account, key.what().substring(DEPOSIT.length()));
                }
            }
        }
    }

    private void cleared(LedgerEntry entry, Cleared cleared) {
        transactions.list(cleared);
        long sum = tell.books().settledSum(cleared).amountMinor();
        tell.check("sum of the transactions", cleared.account().money(Math.abs(sum)), amount(entry));
    }

    /** Of all types together: voids and refunds give back. */
    private void cost(LedgerEntry entry, Account account, String channel) {
        long sum = 0;
        for (Set<String> types : LineTelling.TYPES.values()) {
            sum = Math.addExact(
                    sum,
                    tell.books()
                            .settledSum(new Cleared(account, types, channel))
                            .costMinor());
        }
        tell.check("scheme cost of the transactions", account.money(Math.abs(sum)), amount(entry));
    }

    private void position(Account account, Line line) {
        tell.books().positions(account.date(), account.merchantId()).stream()
                .filter(position -> position.currency().equals(account.currency()))
                .forEach(position -> lines.tell(position, line, false));
    }

    private void suspense(Account account, EntryKey key) {
        tell.books().openItems(account).stream()
                .filter(item -> item.channel().equals(key.detail(0))
                        && item.matchStatus().equals(key.detail(1)))
                .forEach(tell::waiting);
    }

    private void carried(Account account) {
        tell.books().positions(account.date(), account.merchantId()).stream()
                .filter(position -> position.currency().equals(account.currency()))
                .forEach(position -> tell.out()
                        .leaf(Item.of("position", tell.positionId(account))
                                .worth(account.money(position.netMinor()))
                                .saying("carried forward " + account.money(position.carriedForwardMinor()))));
    }

    private void deposits(Account account, String kind) {
        tell.books().depositEvents(account).stream()
                .filter(event -> event.kind().equals(kind))
                .forEach(event -> lines.deposit(account, event));
    }

    private static Money amount(LedgerEntry entry) {
        long debit = entry.postings().stream()
                .mapToLong(posting -> posting.debitMinor())
                .reduce(0, Math::addExact);
        return new Money(debit, entry.postings().get(0).currency());
    }
}
