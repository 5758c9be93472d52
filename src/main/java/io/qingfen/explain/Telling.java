package io.qingfen.explain;

import io.qingfen.explain.Books.Account;
import io.qingfen.explain.Books.InputFile;
import io.qingfen.intake.Source;
import io.qingfen.ledger.Posting;
import io.qingfen.money.Money;
import io.qingfen.payouts.PayoutId;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.References;
import io.qingfen.reference.Snapshot;
import io.qingfen.settlement.AgentShare;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One explanation on its way out: where it reads, where it writes, and the nodes that every kind of subject has. */
final class Telling {
    private final Books books;
    private final InputLines lines;
    private final References references;
    private final Outline out;
    private final long most;
    private final Map<Integer, InputFile> files = new HashMap<>();

    /** @param most transactions shown below one node */
    Telling(Books books, InputLines lines, References references, Outline out, long most) {
        this.books = books;
        this.lines = lines;
        this.references = references;
        this.out = out;
        this.most = most;
    }

    Books books() {
        return books;
    }

    Outline out() {
        return out;
    }

    long most() {
        return most;
    }

    /** Transactions below one node that are not shown. */
    void more(long count) {
        out.leaf(Item.of("more", "more transactions").counted(count).saying("see --limit and --all"));
    }

    Map<Source, String> lines(List<Source> sources) {
        return lines.of(sources);
    }

    Snapshot reference(LocalDate date) {
        return references.of(date);
    }

    /** {@code file:line}, and the line as the archive keeps it, masked. */
    void record(String what, Source source, Map<Source, String> known) {
        if (source == null) {
            return;
        }
        String line = known.get(source);
        out.leaf(Item.of("record", place(source))
                .saying(line == null ? "" : MaskedLine.of(line))
                .with("role", what)
                .with("missing", line == null ? "the line is not in the archive any more" : null));
    }

    String place(Source source) {
        return file(source.file()).name() + ":" + source.line();
    }

    InputFile file(int number) {
        return files.computeIfAbsent(number, books::inputFile);
    }

    /** Two figures that must be one. */
    void check(String what, Money is, Money mustBe) {
        boolean closes = is.equals(mustBe);
        out.leaf(Item.of("check", what)
                .worth(is)
                .saying(closes ? "agrees" : "DIFFERS: it should be " + mustBe)
                .with("expected", mustBe)
                .with("closes", closes));
    }

    /** The id under which a position is explained, whether it was paid or not. */
    String positionId(Account account) {
        Merchant merchant = reference(account.date()).merchant(account.merchantId());
        return PayoutId.of(
                account.date(),
                account.merchantId(),
                account.currency(),
                merchant == null ? account.currency() : merchant.currency());
    }

    void entry(Books.LedgerEntry entry) {
        out.begin(Item.of("entry", entry.id())
                .saying(EntryKey.of(entry.key()).words())
                .with("takenBack", entry.takenBack()));
        postings(entry);
        out.end();
    }

    void postings(Books.LedgerEntry entry) {
        for (Posting posting : entry.postings()) {
            boolean debit = posting.debitMinor() > 0;
            out.leaf(Item.of("posting", posting.account())
                    .worth(new Money(debit ? posting.debitMinor() : posting.creditMinor(), posting.currency()))
                    .saying(debit ? "debit" : "credit"));
        }
    }

    /** The entry with this key, when the books have it. */
    void entryOfKey(Account account, String key) {
        String whole = key + "|" + account.merchantId() + "|" + account.currency();
        books.entryOf(account.date(), whole)
                .ifPresent(found -> out.leaf(Item.of("entry", found.id())
                        .saying(EntryKey.of(found.key()).words())));
    }

    void waiting(Books.OpenItem item) {
        String until = item.removedOn() == null
                ? "waits since " + item.openedOn() + ", takes part in matching until " + item.joinsUntil()
                : "waited from " + item.openedOn() + ", ended on " + item.removedOn();
        Item told = Item.of("waiting", item.itemId())
                .saying(item.matchStatus() + ": " + until)
                .with("openedOn", item.openedOn())
                .with("joinsUntil", item.joinsUntil())
                .with("endedOn", item.removedOn())
                .with("case", item.caseId());
        out.leaf(money(money(told, "suspense", item.suspense()), "withheld", item.withheld()));
    }

    private static Item money(Item told, String name, Money amount) {
        return amount.minor() == 0 ? told : told.with(name, amount);
    }

    void share(AgentShare share) {
        out.leaf(Item.of("agent-share", share.agentId())
                .worth(new Money(share.shareMinor(), share.currency()))
                .saying(FeeText.ofShare(share))
                .with("rule", "(merchant fees − floor rate × volume) × ratio")
                .with("volume", new Money(share.volumeMinor(), share.currency()))
                .with("merchantFees", new Money(share.merchantFeesMinor(), share.currency()))
                .with("floorRate", share.floorRate())
                .with("ratio", share.ratio()));
    }

    void move(io.qingfen.ledger.Move move) {
        out.begin(Item.of("move", move.key())
                .worth(new Money(move.line().isEmpty() ? move.amountMinor() : move.signedMinor(), move.currency()))
                .saying(move.description())
                .with("date", move.businessDate())
                .with("line", move.line())
                .with("debit", move.debitAccount())
                .with("credit", move.creditAccount()));
        if (move.key().startsWith(AdjustmentTelling.KEY)) {
            new AdjustmentTelling(this).tell(move);
        } else if (move.key().startsWith(SchemeTelling.COST)) {
            new SchemeTelling(this).cost(move);
        } else if (move.key().startsWith(SchemeTelling.DISPUTE)) {
            new SchemeTelling(this).dispute(move);
        } else if (move.key().startsWith("CASE|")) {
            new DecisionTelling(this).tell(move);
        }
        out.end();
    }
}
