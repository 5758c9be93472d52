package io.qingfen.explain;

import io.qingfen.explain.Books.Account;
import io.qingfen.explain.Books.Cleared;
import io.qingfen.explain.Books.DepositEvent;
import io.qingfen.explain.Books.LedgerEntry;
import io.qingfen.explain.Books.OpenItem;
import io.qingfen.explain.Books.Payout;
import io.qingfen.ledger.Move;
import io.qingfen.money.Currency;
import io.qingfen.money.Money;
import io.qingfen.settlement.AgentShare;
import io.qingfen.settlement.Line;
import io.qingfen.settlement.Position;
import java.util.List;
import java.util.Optional;
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
            check(
                    entry,
                    tell.books().movesOf(move).stream()
                            .filter(each -> each.key().equals(move)
                                    && each.businessDate().equals(entry.date()))
                            .mapToLong(this::move)
                            .reduce(0, Math::addExact));
        } else if (key.merchantId().isEmpty()) {
            tell.out()
                    .leaf(Item.of("opening", entry.key()).saying("reference/opening-balances.csv of " + entry.date()));
        } else {
            madeOf(entry, key, new Account(entry.date(), key.merchantId(), Currency.of(key.currency())));
        }
    }

    private long move(Move move) {
        tell.move(move);
        return move.amountMinor();
    }

    /** What an entry is made of must be its amount; which side it is booked on its postings say. */
    private void check(LedgerEntry entry, long parts) {
        Money amount = amount(entry);
        tell.check("amount of the entry", new Money(Math.abs(parts), amount.currency()), amount);
    }

    private void madeOf(LedgerEntry entry, EntryKey key, Account account) {
        switch (key.what()) {
            case "SALES", "VOIDS", "REFUNDS" ->
                cleared(entry, new Cleared(account, LineTelling.TYPES.get(key.what()), key.detail(0)));
            case "SCHEME_COST" -> cost(entry, account, key.detail(0));
            case "MERCHANT_FEES", "INSTANT_FEE", "RESERVE_WITHHELD", "CREDITS_WITHHELD" ->
                check(entry, position(account, Line.valueOf(key.what())));
            case "RESERVE_RELEASED" -> check(entry, released(account, key.detail(0)));
            case "AGENT_SHARE" -> check(entry, share(account));
            case "SUSPENSE" -> check(entry, suspense(account, key));
            case "PAYOUT" -> check(entry, payout(account));
            case "RECEIVABLE" -> check(entry, carried(account));
            case "RECEIVABLE_REVERSED" ->
                check(entry, carried(account.on(account.date().minusDays(1))));
            default -> {
                if (key.what().startsWith(DEPOSIT)) {
                    check(entry, deposits(account, key.what().substring(DEPOSIT.length())));
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

    /** @return the line less its moves, which are entries of their own */
    private long position(Account account, Line line) {
        long sum = 0;
        for (Position position : positions(account)) {
            lines.tell(position, line, false);
            sum = Math.addExact(sum, position.lines().of(line));
        }
        for (Move move : tell.books().moves(account)) {
            sum = move.line().equals(line.name()) ? Math.subtractExact(sum, move.signedMinor()) : sum;
        }
        return sum;
    }

    private List<Position> positions(Account account) {
        return tell.books().positions(account.date(), account.merchantId()).stream()
                .filter(position -> position.currency().equals(account.currency()))
                .toList();
    }

    private long released(Account account, String withheldOn) {
        return tell.books().reservesReleased(account).stream()
                .filter(hold -> hold.withheldOn().toString().equals(withheldOn))
                .mapToLong(hold -> lines.released(account, hold))
                .reduce(0, Math::addExact);
    }

    private long share(Account account) {
        Optional<AgentShare> share = tell.books().agentShare(account);
        share.ifPresent(tell::share);
        return share.map(AgentShare::shareMinor).orElse(0L);
    }

    private long payout(Account account) {
        Optional<Payout> payout = tell.books().payout(account);
        payout.ifPresent(paid -> tell.out()
                .leaf(Item.of("payout", paid.id())
                        .worth(account.money(paid.amountMinor()))
                        .saying(paid.state())));
        return payout.map(Payout::amountMinor).orElse(0L);
    }

    /** What began to wait less what the night found to wait no longer; decisions move money by entries of their own. */
    private long suspense(Account account, EntryKey key) {
        long sum = 0;
        for (OpenItem item : tell.books().openItems(account)) {
            if (item.channel().equals(key.detail(0)) && item.matchStatus().equals(key.detail(1))) {
                tell.waiting(item);
                long began =
                        item.openedOn().equals(account.date()) ? item.suspense().minor() : 0;
                boolean ended = account.date().equals(item.removedOn()) && !item.decided();
                sum = Math.addExact(sum, ended ? began - item.suspense().minor() : began);
            }
        }
        return sum;
    }

    private long carried(Account account) {
        long sum = 0;
        for (Position position : positions(account)) {
            tell.out()
                    .leaf(Item.of("position", tell.positionId(account))
                            .worth(account.money(position.netMinor()))
                            .saying("carried forward " + account.money(position.carriedForwardMinor())));
            sum = Math.addExact(sum, position.carriedForwardMinor());
        }
        return sum;
    }

    private long deposits(Account account, String kind) {
        long sum = 0;
        for (DepositEvent event : tell.books().depositEvents(account)) {
            if (event.kind().equals(kind)) {
                lines.deposit(account, event);
                sum = Math.addExact(sum, event.minor());
            }
        }
        return sum;
    }

    private static Money amount(LedgerEntry entry) {
        long debit = entry.postings().stream()
                .mapToLong(posting -> posting.debitMinor())
                .reduce(0, Math::addExact);
        return new Money(debit, entry.postings().get(0).currency());
    }
}
