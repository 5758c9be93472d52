package io.qingfen.explain;

import io.qingfen.explain.Books.Account;
import io.qingfen.explain.Books.BankFile;
import io.qingfen.explain.Books.Payout;
import io.qingfen.money.Money;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.Snapshot;
import io.qingfen.settlement.Line;
import io.qingfen.settlement.Position;
import java.util.Optional;

/** A payout, or a position that was not paid: why this day, why this much, line by line down to transactions. */
final class PositionTelling {
    /** Payouts in one credit transfer file, as step writePayouts splits them. */
    private static final int PER_TRANSFER_FILE = 10_000;

    private final Telling tell;
    private final LineTelling lines;

    PositionTelling(Telling tell) {
        this.tell = tell;
        this.lines = new LineTelling(tell, new TransactionTelling(tell));
    }

    void tell(Position position) {
        Account account = account(position);
        Optional<Payout> payout = tell.books().payout(account);
        tell.out().begin(head(position, account, payout));
        lines(position, true);
        payout.ifPresent(paid -> tell.check(
                "payout = sum of the lines", account.money(paid.amountMinor()), account.money(position.netMinor())));
        tell.books().agentShare(account).ifPresent(tell::share);
        tell.out().begin(Item.of("entries", "ledger").saying("what the books say of this merchant's day"));
        tell.books().entries(account).forEach(tell::entry);
        tell.out().end();
        payout.ifPresent(this::bankFiles);
        payout.ifPresent(paid -> tell.books()
                .payoutEvents(paid.id())
                .forEach(act -> tell.out()
                        .leaf(Item.of("payout-event", act.what())
                                .saying(act.detail())
                                .with("actor", act.actor()))));
        tell.out().end();
    }

    static Account account(Position position) {
        return new Account(position.businessDate(), position.merchantId(), position.currency());
    }

    private Item head(Position position, Account account, Optional<Payout> payout) {
        Snapshot reference = tell.reference(account.date());
        Merchant merchant = reference.merchant(account.merchantId());
        Money net = account.money(position.netMinor());
        Item head = Item.of(payout.isPresent() ? "payout" : "position", tell.positionId(account))
                .worth(payout.map(paid -> account.money(paid.amountMinor())).orElse(net))
                .with("merchant", account.merchantId())
                .with("businessDate", account.date())
                .with("decision", decision(position, net, merchant));
        if (position.valueDate() != null) {
            head = head.with("valueDate", position.valueDate())
                    .with(
                            "valueDateReason",
                            Phrases.valueDate(account.date(), position.valueDate(), reference, account.merchantId()));
        }
        if (position.carriedForwardMinor() != 0) {
            head = head.with("carriedForward", account.money(position.carriedForwardMinor()));
        }
        return payout.isEmpty() ? head : paid(head, payout.get());
    }

    private String decision(Position position, Money net, Merchant merchant) {
        return position.decision() + ", "
                + Phrases.decision(
                        position.decision(), net, merchant, tell.books().holds(account(position)));
    }

    private static Item paid(Item head, Payout payout) {
        return head.with("state", payout.state())
                .with("payee", payout.accountName())
                .with("account", payout.accountMasked())
                .with("bankCode", payout.bankCode());
    }

    /** @param whole with transactions; a position that was carried forward shows totals only */
    private void lines(Position position, boolean whole) {
        Account account = account(position);
        long sum = 0;
        for (Line line : Line.values()) {
            long minor = position.lines().of(line);
            sum = Math.addExact(sum, minor);
            if (line == Line.BROUGHT_FORWARD) {
                broughtForward(account, minor);
            } else {
                lines.tell(position, line, whole);
            }
        }
        tell.check("net = sum of the lines", account.money(sum), account.money(position.netMinor()));
    }

    /** Back until a date that left nothing, or to where the books begin. */
    private void broughtForward(Account account, long minor) {
        if (minor == 0) {
            return;
        }
        tell.out()
                .begin(Item.of("line", Line.BROUGHT_FORWARD.name())
                        .worth(account.money(minor))
                        .saying(Phrases.line(Line.BROUGHT_FORWARD)));
        Account before = account.on(account.date().minusDays(1));
        Optional<Position> left = tell.books().positions(before.date(), before.merchantId()).stream()
                .filter(each -> each.currency().equals(account.currency()))
                .findFirst();
        left.ifPresent(this::carried);
        if (left.isEmpty() && tell.books().isFirst(account.date())) {
            tell.out()
                    .leaf(Item.of("opening", account.merchantId())
                            .worth(account.money(minor))
                            .saying("balance with which the books begin (reference/opening-balances.csv)"));
        }
        long found = left.map(Position::carriedForwardMinor).orElse(tell.books().isFirst(account.date()) ? minor : 0L);
        tell.check("carried forward by the date before", account.money(found), account.money(minor));
        tell.out().end();
    }

    private void carried(Position position) {
        Account account = account(position);
        Merchant merchant = tell.reference(account.date()).merchant(account.merchantId());
        Money net = account.money(position.netMinor());
        tell.out()
                .begin(Item.of("position", tell.positionId(account))
                        .worth(net)
                        .saying(decision(position, net, merchant)));
        lines(position, false);
        tell.out().end();
    }

    private void bankFiles(Payout payout) {
        long number = tell.books().payoutsBefore(payout) / PER_TRANSFER_FILE + 1;
        for (BankFile file : tell.books().bankFiles(payout)) {
            if (holds(file.name(), number)) {
                tell.out()
                        .leaf(Item.of("bank-file", "payouts/" + file.name())
                                .counted(file.payouts())
                                .worth(payout.account().money(file.minor()))
                                .saying("the payout is " + payout.state())
                                .with("sha256", file.sha256()));
            }
        }
    }

    /** Credit transfer files end in their number; of the others each holds its whole group. */
    private static boolean holds(String name, long number) {
        String last = name.substring(name.lastIndexOf('_') + 1, name.indexOf('.'));
        return !name.startsWith("pain001") || Long.parseLong(last) == number;
    }
}
