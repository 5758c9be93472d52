package io.qingfen.explain;

import io.qingfen.explain.Books.Account;
import io.qingfen.explain.Books.Cleared;
import io.qingfen.explain.Books.Effect;
import io.qingfen.explain.Books.Transaction;
import io.qingfen.intake.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Transactions: in a list below a line, or one by itself with every date on which it was judged. */
final class TransactionTelling {
    /** How many are in memory at once; their lines are looked up together. */
    private static final int PAGE = 5_000;

    private final Telling tell;
    private final FeeTelling fees;

    TransactionTelling(Telling tell) {
        this.tell = tell;
        this.fees = new FeeTelling(tell);
    }

    /** The first of them in order of id, up to what was asked for, each with its fee and its records. */
    void list(Cleared cleared) {
        long told = 0;
        String last = "";
        while (told < tell.most()) {
            int most = (int) Math.min(PAGE, tell.most() - told);
            List<Transaction> page = tell.books().settled(cleared, last, most);
            Map<Source, String> known = tell.lines(sources(page));
            page.forEach(item -> brief(item, known));
            told += page.size();
            if (page.size() < most) {
                return;
            }
            last = page.get(page.size() - 1).id();
        }
        long all = tell.books().settledSum(cleared).count();
        if (all > told) {
            tell.more(all - told);
        }
    }

    private void brief(Transaction item, Map<Source, String> known) {
        Item head = Item.of("transaction", item.id())
                .worth(item.account().money(item.signedMinor()))
                .saying(item.txnType() + ", " + item.channel() + " " + item.cardType())
                .with("net", item.account().money(item.netMinor()));
        tell.out().begin(head);
        fees.fee(item);
        records(item, known);
        tell.out().end();
    }

    /** One item, oldest date first; its records are the same on each. */
    void tell(List<Transaction> dates) {
        Transaction first = dates.get(0);
        Transaction newest = dates.get(dates.size() - 1);
        tell.out().begin(head(newest));
        records(newest, tell.lines(sources(List.of(newest))));
        dates.forEach(this::judged);
        if (newest.isSettled() && !newest.isCredit()) {
            effects(newest);
        }
        tell.books().openItemsOf(first.id()).forEach(tell::waiting);
        alone(newest).forEach(each -> tell.books().openItemsOf(each).forEach(tell::waiting));
        cases(newest).forEach(id -> tell.out().leaf(Item.of("case", id)));
        tell.out().end();
    }

    private static Item head(Transaction item) {
        Account account = item.account();
        return Item.of("transaction", item.id())
                .worth(account.money(item.signedMinor()))
                .with("merchant", account.merchantId())
                .with("terminal", item.terminalId())
                .with("batch", item.batchNo())
                .with("trace", item.traceNo())
                .with("rrn", item.rrn())
                .with("type", item.txnType())
                .with("channel", item.channel())
                .with("cardType", item.cardType())
                .with("responseCode", item.responseCode());
    }

    private void records(Transaction item, Map<Source, String> known) {
        tell.record("capture", item.capture(), known);
        tell.record("authorization", item.authorization(), known);
    }

    private static List<Source> sources(Collection<Transaction> items) {
        return items.stream()
                .flatMap(item -> Stream.of(item.capture(), item.authorization()))
                .filter(Objects::nonNull)
                .toList();
    }

    private void judged(Transaction item) {
        tell.out()
                .begin(Item.of("judged", item.account().date().toString())
                        .saying(item.matchStatus() + ", " + item.disposition() + ": "
                                + Phrases.verdict(item.matchStatus()))
                        .with("matchedBy", item.matchedBy())
                        .with("pairing", Phrases.matchedBy(item.matchedBy())));
        if (item.isSettled()) {
            fees.whole(item);
            whereItWent(item);
        }
        tell.out().end();
    }

    private void whereItWent(Transaction item) {
        Account account = item.account();
        String line = LineTelling.TYPES.entrySet().stream()
                .filter(types -> types.getValue().contains(item.txnType()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("SALES");
        tell.out()
                .leaf(Item.of("net", "amount − fee")
                        .worth(account.money(item.netMinor()))
                        .saying(account.money(item.signedMinor()) + " − (" + account.money(item.feeMinor()) + ")"));
        position(account, line);
        tell.entryOfKey(account, line + "|" + item.channel());
        tell.entryOfKey(account, "MERCHANT_FEES");
        tell.entryOfKey(account, "SCHEME_COST|" + item.channel());
    }

    private void position(Account account, String line) {
        String payout = tell.books()
                .payout(account)
                .map(paid -> paid.id() + " is " + paid.state())
                .orElse("");
        tell.books().positions(account.date(), account.merchantId()).stream()
                .filter(position -> position.currency().equals(account.currency()))
                .forEach(position -> tell.out()
                        .leaf(Item.of("position", tell.positionId(account))
                                .worth(account.money(position.netMinor()))
                                .saying("in its lines " + line + " and MERCHANT_FEES; decided " + position.decision())
                                .with("payout", payout)));
    }

    /** What voids and refunds did to it since. */
    private void effects(Transaction item) {
        for (Effect effect : tell.books().effects(item.id(), item.account().date())) {
            tell.out()
                    .leaf(Item.of("effect", effect.itemId())
                            .worth(item.account().money(Math.negateExact(effect.amountMinor())))
                            .saying(effect.kind() + " on " + effect.date())
                            .with("feeGivenBack", item.account().money(effect.feeMinor()))
                            .with("costGivenBack", item.account().money(effect.costMinor())));
        }
    }

    /** The authorization had an id of its own while it waited for its slip. */
    private List<String> alone(Transaction item) {
        return item.capture() == null || item.authorization() == null ? List.of() : List.of(idOf(item.authorization()));
    }

    private String idOf(Source authorization) {
        String name = tell.file(authorization.file()).name();
        return "A" + name.substring(name.indexOf('_') + 1, name.indexOf('.')).replace('_', '-') + "-"
                + authorization.line();
    }

    private List<String> cases(Transaction item) {
        List<String> cases = new ArrayList<>(tell.books().casesAbout(item.id()));
        alone(item).forEach(id -> cases.addAll(tell.books().casesAbout(id)));
        return cases;
    }
}
